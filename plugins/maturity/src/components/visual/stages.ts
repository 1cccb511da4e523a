import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';

/** The stops of the path, in the order in which they are reached. */
export const STAGES = [
  'exploring',
  'starting',
  'devops',
  'sre',
  'platform',
] as const;

/** A stop of the path. */
export type Stage = (typeof STAGES)[number];

/** Where a service should get to; null where there is no target. */
export type Target = ScorecardSummary['target'];
