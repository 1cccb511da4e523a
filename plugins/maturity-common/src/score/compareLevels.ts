import { trackOf } from './stage';
import type { LevelChange, TrackScore } from './types';

interface Levels {
  entityRef: string;
  tracks: Readonly<Record<string, TrackScore>>;
}

/**
 * Levels that differ between two evaluations of the same entities, e.g. under two definition sets: who
 * gains and who loses. In reference order, then in the order of the tracks.
 *
 * @public
 */
export function compareLevels(
  before: Iterable<Levels>,
  after: Iterable<Levels>,
): LevelChange[] {
  const old = new Map(Array.from(before, card => [card.entityRef, card]));
  const fresh = new Map(Array.from(after, card => [card.entityRef, card]));
  const refs = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return refs.flatMap(entityRef => {
    const was = old.get(entityRef)?.tracks ?? {};
    const is = fresh.get(entityRef)?.tracks ?? {};
    const tracks = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...tracks].flatMap(track => {
      const from = trackOf(was, track)?.level ?? null;
      const to = trackOf(is, track)?.level ?? null;
      return from === to ? [] : [{ entityRef, track, from, to }];
    });
  });
}
