import type { DefinitionSet } from '../checks/types';
import { definitionIndex } from './definitionIndex';
import { TIER_WEIGHT } from './tierWeight';
import type { Leverage, RollUpMember } from './types';

/**
 * Open checks by what passing them would lift: sum over failing members of check weight x tier weight,
 * largest first, ties by check id. Checks that are only unknown gain nothing and come last.
 *
 * @public
 */
export function leverageOf(
  members: Iterable<RollUpMember>,
  definitions: DefinitionSet,
): Leverage[] {
  const index = definitionIndex(definitions);
  const byCheck = new Map<string, Leverage>();
  for (const { tier, open } of members) {
    for (const { check, status } of open) {
      const definition = index.get(check);
      if (definition) {
        const { track, weight } = definition;
        const entry = byCheck.get(check) ?? {
          check,
          track,
          failing: 0,
          unknown: 0,
          gain: 0,
        };
        if (status === 'fail') {
          entry.failing++;
          entry.gain += weight * TIER_WEIGHT[tier];
        } else {
          entry.unknown++;
        }
        byCheck.set(check, entry);
      }
    }
  }
  return [...byCheck.values()].sort(
    (a, b) => b.gain - a.gain || compareText(a.check, b.check),
  );
}

// Not localeCompare: the order must not depend on the machine's language.
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
