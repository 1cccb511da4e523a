import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared } from '../engine/keys';
import { relativePath } from '../engine/repositoryPaths';
import { oneOf, recentDay, urlOrPath } from '../engine/rules';
import { restsOnEquals } from '../questions/dependencies';
import { promisesBacked } from '../questions/slo';
import { VALID_SLO } from './sloDefined';
import { parseDatedLink } from '../../entity';

const burnRateAlerts = builtIn(
  {
    id: 'burn-rate-alerts',
    title: 'Paging follows budget burn',
    track: 'sre',
    level: 3,
    weight: 4,
    applies: 'T12',
    decides: '`maturity/burn-rate-alerts` (`multi-window` or URL)',
    passes:
      '`multi-window` or URL, and the service has a valid SLO (without one: unknown, reason `no-valid-slo`)',
    fails: '`threshold-only`, explicit negative',
    absent: 'unknown',
    source: 'SRE workbook alerting on SLOs',
    remedy: 'Replace raw threshold pages with multi-window burn-rate alerts.',
    inherits: [],
    claims: [34],
    observed:
      'alerting rules that compare one SLO over a long and a short window',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/burn-rate-alerts', {
        rule: oneOf({
          accepted: ['multi-window'],
          weak: ['threshold-only'],
          orUrl: true,
        }),
      }),
    ],
    seen: 'sufficient',
    condition: VALID_SLO,
  },
);

const postmortemPractice = builtIn(
  {
    id: 'postmortem-practice',
    title: 'Incidents end in blameless postmortems',
    track: 'sre',
    level: 3,
    weight: 3,
    applies: 'T12',
    decides: '`maturity/postmortems`, `metadata.links[type=postmortems]`',
    passes: 'URL or path',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'Google SRE postmortem culture; DORA learning culture; AWS OPS11',
    remedy: 'Link where postmortems are kept; start with the last incident.',
    inherits: ['system', 'domain', 'owner'],
    claims: [12],
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/postmortems', { rule: urlOrPath, path: relativePath }),
    ],
    linkTypes: ['postmortems'],
    inherits: ['system', 'domain', 'owner'],
  },
);

const readinessReview = builtIn(
  {
    id: 'readiness-review',
    title: 'Production readiness was reviewed recently',
    track: 'sre',
    level: 3,
    weight: 4,
    applies: 'T12',
    decides:
      '`maturity/readiness-review` (ISO date, optional URL after a space)',
    passes: 'valid date, not in the future, age <= 365 d',
    fails: 'malformed, future, or older',
    absent: 'unknown',
    source: 'Google SRE PRR; AWS operational readiness review',
    remedy:
      'Hold a readiness review and record its date; repeat yearly or after a redesign.',
    inherits: [],
    claims: [33],
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/readiness-review', {
        rule: recentDay({
          limit: 365,
          parse: text => parseDatedLink(text)?.date,
          expected: 'a day such as 2026-01-31, with an optional URL after it',
        }),
      }),
    ],
  },
);

const slaBackedBySlo = builtIn(
  {
    id: 'sla-backed-by-slo',
    title: 'The promise to customers has a stricter target behind it',
    track: 'sre',
    level: 3,
    weight: 4,
    applies: 'SLA',
    decides: '`maturity/sla` compared with inline `maturity/slo`',
    passes:
      'each SLA item has an SLO item for the same indicator with a higher objective (and, for latency and freshness, a bound not above that of the SLA); windows may differ',
    fails:
      'an SLA item whose SLO is equal or weaker, or has none; a malformed SLA',
    absent: 'unknown',
    source: 'Google SRE SLA versus SLO; article SLA',
    remedy: 'Set an internal objective tighter than the contract.',
    inherits: [],
    claims: [39],
    nature: 'technical',
  },
  {
    question: promisesBacked,
    repository: true,
    looksAt: ['maturity/sla', 'maturity/slo'],
  },
);

const horizontalScaling = builtIn(
  {
    id: 'horizontal-scaling',
    title: 'It scales out',
    track: 'sre',
    level: 3,
    weight: 3,
    applies: 'T12',
    decides: '`maturity/scaling`',
    passes: '`horizontal`, `autoscaled`, `serverless`',
    fails: '`vertical`, `fixed`, explicit negative',
    absent: 'unknown',
    source: '12-factor VI/VIII; article horizontal scaling',
    remedy:
      'Make instances disposable and stateless, add autoscaling, and declare it.',
    inherits: [],
    claims: [33, 44],
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/scaling', {
        rule: oneOf({
          accepted: ['horizontal', 'autoscaled', 'serverless'],
          weak: ['vertical', 'fixed'],
        }),
      }),
    ],
  },
);

const dependencyTierAlignment = builtIn(
  {
    id: 'dependency-tier-alignment',
    title: 'Nothing critical rests on something weaker',
    track: 'sre',
    level: 3,
    weight: 4,
    applies: 'T12',
    decides:
      "graph: the component's effective tier against the declared tier of the targets of `dependsOn` (Components and Resources) and of the providers behind `consumesApi`",
    passes:
      '`maturity/no-dependencies` alone, or every target declares a tier and none has a larger tier number',
    fails: 'any target declares a larger tier number',
    absent: 'unknown',
    source:
      'SRE hard-dependency rule in budget policy; article shared infrastructure',
    remedy:
      'Raise the tier of the dependency, or soften the dependency so its failure is survivable.',
    inherits: [],
    claims: [45],
    nature: 'technical',
  },
  {
    question: restsOnEquals,
    looksAt: ['dependsOn', 'consumesApi', 'maturity/no-dependencies'],
  },
);

/** Level 3: controlled. */
export const SRE_CONTROLLED: readonly BuiltInCheck[] = [
  burnRateAlerts,
  postmortemPractice,
  readinessReview,
  slaBackedBySlo,
  horizontalScaling,
  dependencyTierAlignment,
];
