import type { BuiltInCheck } from '../engine/builtIn';
import { sloDefined } from './sloDefined';
import { builtIn } from '../engine/builtIn';
import { declared, linked } from '../engine/keys';
import { obviousPath, relativePath } from '../engine/repositoryPaths';
import { someOf, allOf, urlOrPath } from '../engine/rules';
import { indicatorsImplied } from '../questions/slo';
import { VALID_SLO } from './sloDefined';
import { INDICATORS } from '../../slo/types';

const sliDefined = builtIn(
  {
    id: 'sli-defined',
    title: 'Indicators are named',
    track: 'sre',
    level: 2,
    weight: 4,
    applies: 'T123',
    decides:
      '`maturity/sli` (availability, latency, errors, throughput, freshness, correctness, durability); or indicators implied by an inline `maturity/slo`',
    passes: '>= 1 recognised indicator',
    fails: 'present but none recognised',
    absent: 'unknown',
    source: 'Google SRE SLI; article',
    remedy:
      'Choose the few indicators users feel and list them in `maturity/sli`.',
    inherits: [],
    claims: [34, 35],
    observed: 'the SLO file names an indicator with a query',
    nature: 'technical',
  },
  {
    keys: [declared('maturity/sli', { rule: someOf(INDICATORS) })],
    question: indicatorsImplied,
    seen: 'sufficient',
    looksAt: ['maturity/slo'],
  },
);

const goldenSignals = builtIn(
  {
    id: 'golden-signals',
    title: 'All four golden signals are watched',
    track: 'sre',
    level: 2,
    weight: 4,
    applies: 'T123',
    decides: '`maturity/golden-signals`',
    passes: 'contains latency, traffic, errors and saturation',
    fails: 'present but incomplete (message names the missing ones)',
    absent: 'unknown',
    source: 'Google SRE four golden signals; article',
    remedy:
      'Cover latency, traffic, errors and saturation, then list all four.',
    inherits: [],
    claims: [37],
    observed:
      'a dashboard JSON whose panels query latency, traffic, errors and saturation',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/golden-signals', {
        rule: allOf(['latency', 'traffic', 'errors', 'saturation']),
      }),
    ],
    seen: 'sufficient',
  },
);

const errorBudgetPolicy = builtIn(
  {
    id: 'error-budget-policy',
    title: 'An error-budget policy exists',
    track: 'sre',
    level: 2,
    weight: 5,
    applies: 'T123',
    decides:
      '`maturity/error-budget-policy`, `metadata.links[type=error-budget-policy]`',
    passes:
      'URL or path, and the service has a valid SLO (without one: unknown, reason `no-valid-slo`)',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'Google SRE workbook policy; article pause rule',
    remedy:
      'Agree in writing what stops when the budget is spent and link the policy.',
    inherits: ['system', 'domain', 'owner'],
    claims: [8, 34, 40, 41, 42, 77],
    observed: 'docs/error-budget-policy.md without placeholder',
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/error-budget-policy', {
        rule: urlOrPath,
        path: relativePath,
      }),
    ],
    linkTypes: ['error-budget-policy'],
    seen: 'sufficient',
    inherits: ['system', 'domain', 'owner'],
    condition: VALID_SLO,
  },
);

const alertingLinked = builtIn(
  {
    id: 'alerting-linked',
    title: 'Alerts are wired to the service',
    track: 'sre',
    level: 2,
    weight: 4,
    applies: 'T123',
    decides:
      '`grafana/alert-label-selector`, `prometheus.io/alert`, `maturity/alerts`',
    passes: 'any present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'DORA proactive failure notification; AWS OPS08/10',
    remedy:
      'Label the alerts that belong to this service and add the selector.',
    inherits: [],
    claims: [32, 75],
    observed: 'a Prometheus rule file with at least one alerting rule',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/alerts', { path: obviousPath }),
      linked('grafana/alert-label-selector'),
      linked('prometheus.io/alert'),
    ],
    seen: 'sufficient',
  },
);

/** Level 2: practised. */
export const SRE_PRACTISED: readonly BuiltInCheck[] = [
  sliDefined,
  sloDefined,
  goldenSignals,
  errorBudgetPolicy,
  alertingLinked,
];
