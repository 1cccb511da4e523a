import { Ladder, type LadderItem } from './Ladder';
import type { TrackScore } from './types';

/**
 * Scores one entity on one track from its results in definition order.
 *
 * @public
 */
export function scoreTrack(items: Iterable<LadderItem>): TrackScore {
  const ladder = new Ladder();
  for (const item of items) {
    ladder.add(item);
  }
  return ladder.score();
}
