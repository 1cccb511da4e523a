import type { DefinitionSet } from '../checks/types';
import type { EntityView } from '../entity/types';
import { leverageOf } from './leverage';
import { STAGES, trackOf } from './stage';
import { TIER_WEIGHT } from './tierWeight';
import { TrackSum } from './TrackSum';
import type { RollUp, RollUpMember, Scorecard, Stage } from './types';

/**
 * What a roll-up needs of a scored entity.
 *
 * @public
 */
export function rollUpMember(view: EntityView, card: Scorecard): RollUpMember {
  return {
    entityRef: view.ref,
    lifecycle: view.lifecycle,
    tier: view.tier ?? 4,
    stage: card.stage,
    tracks: card.tracks,
    open: card.results.flatMap(({ check, status }) =>
      status === 'fail' || status === 'unknown' ? [{ check, status }] : [],
    ),
  };
}

/** @public */
export interface RollUpOptions {
  definitions: DefinitionSet;
  /** Share of members that must have a level, from 0 to 1; default that of the settings. */
  share?: number;
  /** Asks for the lowest member level too; given only when a counted member is tier 1. */
  withMinimum?: boolean;
}

/**
 * Rolls a set of components up; null for an empty set. Experimental and deprecated members are counted
 * and have their stage, but stay out of levels, histograms, means and leverage: they are asked for less.
 *
 * @public
 */
export function rollUp(
  members: Iterable<RollUpMember>,
  { definitions, share, withMinimum = false }: RollUpOptions,
): RollUp | null {
  const all = [...members];
  if (all.length === 0) {
    return null;
  }
  const counted = all.filter(({ lifecycle }) => lifecycle === 'production');
  const options = {
    share: share ?? definitions.settings.rollUpShare,
    withMinimum: withMinimum && counted.some(({ tier }) => tier === 1),
  };
  return {
    total: all.length,
    counted: counted.length,
    experimental: all.filter(m => m.lifecycle === 'experimental').length,
    deprecated: all.filter(m => m.lifecycle === 'deprecated').length,
    tracks: Object.fromEntries(
      definitions.tracks.map(({ id, levels }) => {
        const sum = new TrackSum(levels.length);
        for (const member of counted) {
          sum.add(trackOf(member.tracks, id), TIER_WEIGHT[member.tier]);
        }
        return [id, sum.result(options)];
      }),
    ),
    stages: countStages(all),
    leverage: leverageOf(counted, definitions),
  };
}

function countStages(
  members: readonly RollUpMember[],
): Readonly<Record<Stage, number>> {
  const counts: Record<Stage, number> = {
    exploring: 0,
    starting: 0,
    devops: 0,
    sre: 0,
    platform: 0,
  };
  for (const stage of STAGES) {
    counts[stage] = members.filter(member => member.stage === stage).length;
  }
  return counts;
}
