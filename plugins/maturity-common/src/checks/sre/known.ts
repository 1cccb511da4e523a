import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared, linked } from '../engine/keys';
import { relativePath } from '../engine/repositoryPaths';
import { urlOrPath } from '../engine/rules';
import { declaresTier } from '../questions/basics';
import { dependenciesOnMap } from '../questions/dependencies';

const tierDeclared = builtIn(
  {
    id: 'tier-declared',
    title: 'Criticality tier is declared',
    track: 'sre',
    level: 1,
    weight: 4,
    applies: 'RUN',
    decides: '`maturity/tier`',
    passes: '`1`..`4`',
    fails: 'missing or other value',
    absent: 'fail',
    source:
      'article cost of downtime; SRE engagement is prioritised by importance',
    remedy:
      'Agree how costly downtime is and set `maturity/tier` from 1 (worst) to 4.',
    inherits: [],
    claims: [46, 76],
    nature: 'technical',
  },
  { question: declaresTier, looksAt: ['maturity/tier'] },
);

const onCallLinked = builtIn(
  {
    id: 'on-call-linked',
    title: 'Someone can be paged',
    track: 'sre',
    level: 1,
    weight: 5,
    applies: 'T123',
    decides:
      '`pagerduty.com/service-id`, `pagerduty.com/integration-key`, `opsgenie.com/component-selector`, `opsgenie.com/team`, `splunk.com/on-call-team`, `splunk.com/on-call-routing-key`, `maturity/on-call`',
    passes: 'any present on component or owner',
    fails: 'none, or explicit negative',
    absent: 'fail',
    source: 'SRE PRR emergency response; AWS OPS07/10',
    remedy: 'Link the paging service of the team that owns this component.',
    inherits: ['owner'],
    claims: [6, 75],
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/on-call'),
      linked('pagerduty.com/service-id'),
      linked('pagerduty.com/integration-key'),
      linked('opsgenie.com/component-selector'),
      linked('opsgenie.com/team'),
      linked('splunk.com/on-call-team'),
      linked('splunk.com/on-call-routing-key'),
    ],
    inherits: ['owner'],
  },
);

const runbookLinked = builtIn(
  {
    id: 'runbook-linked',
    title: 'Responders have a runbook',
    track: 'sre',
    level: 1,
    weight: 4,
    applies: 'T123',
    decides: '`maturity/runbook`, `metadata.links[type=runbook]`',
    passes: 'URL or path, not a placeholder',
    fails: 'missing or placeholder',
    absent: 'fail',
    source: 'SRE PRR emergency response; AWS OPS07',
    remedy:
      'Write what to do when it breaks and link it in `maturity/runbook`.',
    inherits: [],
    claims: [32],
    observed:
      'docs/runbook.md (or runbooks/) with at least one numbered or command step and no placeholder',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/runbook', { rule: urlOrPath, path: relativePath }),
    ],
    linkTypes: ['runbook'],
    seen: 'sufficient',
  },
);

const dependenciesDeclared = builtIn(
  {
    id: 'dependencies-declared',
    title: 'Dependencies are on the map',
    track: 'sre',
    level: 1,
    weight: 3,
    applies: 'RUN',
    decides:
      'relations `dependsOn`, `consumesApi`; or `maturity/no-dependencies: "true"`',
    passes: '>= 1 relation whose target exists, or the flag alone',
    fails: 'flag together with relations, or every target dangling',
    absent: 'unknown',
    source: 'SRE PRR architecture and dependencies; GitLab model L1',
    remedy:
      'List upstream components, APIs and resources in `spec.dependsOn` / `spec.consumesApis`.',
    inherits: [],
    claims: [45, 57],
    nature: 'technical',
  },
  {
    question: dependenciesOnMap,
    looksAt: ['dependsOn', 'consumesApi', 'maturity/no-dependencies'],
  },
);

/** Level 1: known. */
export const SRE_KNOWN: readonly BuiltInCheck[] = [
  tierDeclared,
  onCallLinked,
  runbookLinked,
  dependenciesDeclared,
];
