import { strengthOf } from '../checks';
import type { CheckResult, DefinitionSet } from '../checks/types';
import { definitionIndex } from './definitionIndex';
import { Ladder } from './Ladder';

/** The ladders of one entity, in track order, and the tracks that hold an exempt result. */
export interface Ladders {
  byTrack: ReadonlyMap<string, Ladder>;
  exempted: ReadonlySet<string>;
}

/** Sorts results onto the ladders of all tracks. Results of checks that are no longer defined are left out. */
export function laddersOf(
  results: readonly CheckResult[],
  definitions: DefinitionSet,
): Ladders {
  const { checks } = definitions;
  const index = definitionIndex(definitions);
  const byTrack = new Map<string, Ladder>();
  const exempted = new Set<string>();
  for (const { id } of definitions.tracks) {
    byTrack.set(id, new Ladder());
  }
  results.forEach((result, position) => {
    // Results come in the order of the definitions, unless they are older than those.
    const expected = checks[position]?.definition;
    const definition =
      expected?.id === result.check ? expected : index.get(result.check);
    if (definition) {
      const { track, level, weight } = definition;
      if (result.status === 'exempt') {
        exempted.add(track);
      }
      byTrack.get(track)?.add({
        check: result.check,
        level,
        weight,
        status: result.status,
        strength: strengthOf(result),
      });
    }
  });
  return { byTrack, exempted };
}
