import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared } from '../engine/keys';
import { oneOf, wholeNumber, recentDay } from '../engine/rules';
import { parseIsoDate } from '../../entity';

const redundancyDeclared = builtIn(
  {
    id: 'redundancy-declared',
    title: 'No single point of failure',
    track: 'sre',
    level: 4,
    weight: 4,
    applies: 'T1',
    decides: '`maturity/redundancy`',
    passes: '`multi-zone`, `multi-region`, `active-active`, `active-passive`',
    fails: '`single`, explicit negative',
    absent: 'unknown',
    source: 'article legacy caveat; Azure/AWS reliability',
    remedy:
      'Run at least two independent copies, or record the redesign that will.',
    inherits: [],
    claims: [47, 48],
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/redundancy', {
        rule: oneOf({
          accepted: [
            'multi-zone',
            'multi-region',
            'active-active',
            'active-passive',
          ],
          weak: ['single'],
        }),
      }),
    ],
  },
);

const recoveryTested = builtIn(
  {
    id: 'recovery-tested',
    title: 'Recovery was rehearsed recently',
    track: 'sre',
    level: 4,
    weight: 3,
    applies: 'T1',
    decides: '`maturity/recovery-test` (ISO date)',
    passes: 'valid, not future, age <= 365 d',
    fails: 'malformed, future, older',
    absent: 'unknown',
    source: 'DORA disaster-recovery testing; AWS game days',
    remedy: 'Rehearse restore and failover, then record the date.',
    inherits: [],
    claims: [33],
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/recovery-test', {
        rule: recentDay({
          limit: 365,
          parse: parseIsoDate,
          expected: 'a day such as 2026-01-31',
        }),
      }),
    ],
  },
);

const toilTracked = builtIn(
  {
    id: 'toil-tracked',
    title: 'Toil is measured and under half',
    track: 'sre',
    level: 4,
    weight: 2,
    applies: 'T1',
    decides: '`maturity/toil` (percent 0..100)',
    passes: 'integer <= 50',
    fails: '> 50 or not a number',
    absent: 'unknown',
    source: 'Google SRE 50% toil ceiling',
    remedy:
      'Estimate the share of repetitive manual work each quarter and record it.',
    inherits: ['owner'],
    claims: [31, 44],
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/toil', {
        rule: wholeNumber({ minimum: 0, maximum: 50 }),
        notNegative: ['0'],
      }),
    ],
    inherits: ['owner'],
  },
);

/** Level 4: optimized. */
export const SRE_OPTIMIZED: readonly BuiltInCheck[] = [
  redundancyDeclared,
  recoveryTested,
  toilTracked,
];
