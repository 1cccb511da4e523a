import type { Result, Track } from '../../api';

/** The results of one track, level by level, without those that do not apply. */
export interface TrackResults {
  track: Track;
  levels: { level: number; results: Result[] }[];
}

/** Sorts results into tracks and levels; tracks and levels without any are left out. */
export function groupResults(
  tracks: readonly Track[],
  results: readonly Result[],
): TrackResults[] {
  const shown = results.filter(({ status }) => status !== 'not-applicable');
  return tracks
    .map(track => ({
      track,
      levels: byLevel(shown.filter(result => result.track === track.id)),
    }))
    .filter(({ levels }) => levels.length > 0);
}

function byLevel(results: readonly Result[]): TrackResults['levels'] {
  const levels = new Map<number, Result[]>();
  for (const result of results) {
    const level = levels.get(result.level) ?? [];
    level.push(result);
    levels.set(result.level, level);
  }
  return Array.from(levels, ([level, of]) => ({ level, results: of })).sort(
    (a, b) => a.level - b.level,
  );
}
