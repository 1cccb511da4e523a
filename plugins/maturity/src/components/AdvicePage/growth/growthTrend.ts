import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { type Trend, trendOf } from '../../trend';

/** What grows and asks for other practices: claim 1 of the article. */
export const GROWING = ['teams', 'services', 'stacks'] as const;

/** How one number of the organization went; days on which it was not counted are left out. */
export function growthTrend(
  snapshots: readonly Snapshot[],
  measure: (typeof GROWING)[number],
): Trend {
  return trendOf(
    snapshots.flatMap(({ day, newDefinitions, signals }) =>
      signals ? { day, newDefinitions, values: [signals[measure]] } : [],
    ),
  );
}
