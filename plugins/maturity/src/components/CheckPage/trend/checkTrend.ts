import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { own } from '../../../own';
import { type Trend, trendOf } from '../../trend';

/** The verdicts of a column, from the line of time upwards. */
export const VERDICTS = ['pass', 'exempt', 'unknown', 'fail'] as const;

/** The days on which a check was counted; services to which it does not apply are left out. */
export function checkTrend(
  snapshots: readonly Snapshot[],
  check: string,
): Trend {
  return trendOf(
    snapshots.flatMap(({ day, newDefinitions, checks }) => {
      const counts = own(checks, check);
      if (!counts) return [];
      return {
        day,
        newDefinitions,
        values: VERDICTS.map(each => counts[each]),
      };
    }),
  );
}
