import type { DefinitionSet } from '../checks/types';
import { LeverageSum } from './LeverageSum';
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
  const sum = new LeverageSum(definitions);
  for (const member of members) sum.add(member);
  return sum.result();
}
