import type { CheckResult, DefinitionSet } from '../checks/types';
import type { Ladder } from './Ladder';
import { laddersOf } from './ladders';
import type { NextLevelPath } from './types';

/**
 * The cheapest way to the next level of one track; null when the track does not apply or is finished.
 * The next level is the lowest unfinished one, as levels without an applicable check are passed
 * through. It needs every open check up to it, so the way is unique.
 *
 * @public
 */
export function nextLevelPath(
  card: { results: readonly CheckResult[] },
  track: string,
  definitions: DefinitionSet,
): NextLevelPath | null {
  const ladder = laddersOf(card.results, definitions).byTrack.get(track);
  return ladder ? pathOf(track, ladder) : null;
}

/**
 * The cheapest way to the next level of every unfinished track, in track order.
 *
 * @public
 */
export function nextLevelPaths(
  card: { results: readonly CheckResult[] },
  definitions: DefinitionSet,
): NextLevelPath[] {
  const { byTrack } = laddersOf(card.results, definitions);
  return Array.from(
    byTrack,
    ([track, ladder]) => pathOf(track, ladder) ?? [],
  ).flat();
}

function pathOf(track: string, ladder: Ladder): NextLevelPath | null {
  const blockers = ladder.blockers();
  const { level } = ladder.score();
  if (blockers.length === 0 || level === null) {
    return null;
  }
  return {
    track,
    from: level,
    to: blockers[0].level,
    checks: blockers.map(({ check }) => check),
    weight: blockers.reduce((sum, { weight }) => sum + weight, 0),
  };
}
