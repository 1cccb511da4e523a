import type { DefinitionSet } from '../checks/types';
import type { EntityView } from '../entity/types';
import { RollUpSum, type RollUpSumOptions } from './RollUpSum';
import type { RollUp, RollUpMember, Scorecard } from './types';

/**
 * What a roll-up needs of a scored entity.
 *
 * @public
 */
export function rollUpMember(view: EntityView, card: Scorecard): RollUpMember {
  const open: RollUpMember['open'][number][] = [];
  for (const { check, status } of card.results) {
    if (status === 'fail' || status === 'unknown') open.push({ check, status });
  }
  return {
    entityRef: view.ref,
    lifecycle: view.lifecycle,
    tier: view.tier ?? 4,
    stage: card.stage,
    tracks: card.tracks,
    open,
  };
}

/** @public */
export interface RollUpOptions extends RollUpSumOptions {
  definitions: DefinitionSet;
}

/**
 * Rolls a set of components up; null for an empty set. Experimental and deprecated members are counted
 * and have their stage, but stay out of levels, histograms, means and leverage: they are asked for less.
 *
 * @public
 */
export function rollUp(
  members: Iterable<RollUpMember>,
  { definitions, ...options }: RollUpOptions,
): RollUp | null {
  const sum = new RollUpSum(definitions);
  for (const member of members) sum.add(member);
  return sum.total ? sum.result(options) : null;
}
