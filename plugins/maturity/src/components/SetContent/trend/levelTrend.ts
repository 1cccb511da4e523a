import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { own } from '../../../own';
import { type Trend, type TrendDay, trendOf } from '../../trend';

/**
 * How many services stood at each level of a track, the highest level first and no level last. Services to
 * which the track does not apply are left out, and so is a day on which it was not counted. A level that
 * the track has no more counts as its highest.
 */
export function levelTrend(
  snapshots: readonly Snapshot[],
  track: { id: string; levels: readonly string[] },
): Trend {
  const highest = track.levels.length;
  return trendOf(
    snapshots.flatMap(({ day, newDefinitions, tracks }) => {
      const counts = own(tracks, track.id);
      if (!counts) return [];
      const values = new Array<number>(highest + 1).fill(0);
      counts.histogram.forEach((count, level) => {
        values[highest - Math.min(level, highest)] += count;
      });
      return { day, newDefinitions, values };
    }),
  );
}

/** Levels that the services of a day have together: one at the second level counts two. */
export function levelsEarned({ values }: TrendDay): number {
  const highest = values.length - 1;
  return values.reduce(
    (sum, count, index) => sum + count * (highest - index),
    0,
  );
}
