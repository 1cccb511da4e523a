import type { CheckResult, DefinitionSet } from '../checks/types';
import type { Lifecycle } from '../entity/types';
import type { Ladder, OpenCheck } from './Ladder';
import { laddersOf } from './ladders';
import { type LevelShare, membersNeeded, setLevel } from './setLevel';
import type { TeamPath } from './types';

/**
 * What the path needs of one member of the set.
 *
 * @public
 */
export interface TeamPathMember {
  lifecycle: Lifecycle;
  card: { entityRef: string; results: readonly CheckResult[] };
}

/** @public */
export interface TeamPathOptions {
  track: string;
  definitions: DefinitionSet;
  /** Share of members that must have a level, from 0 to 1; default that of the settings. */
  share?: number;
}

interface Candidate {
  entityRef: string;
  open: OpenCheck[];
  weight: number;
}

/**
 * Which checks over which members lift the roll-up level of a set by one at the smallest total weight;
 * null when the track applies to no counted member, or when no member is asked for the next level.
 *
 * Members cost nothing to each other, so taking the cheapest ones first is optimal.
 *
 * @public
 */
export function cheapestTeamPath(
  members: Iterable<TeamPathMember>,
  { track, definitions, share }: TeamPathOptions,
): TeamPath | null {
  const wanted = share ?? definitions.settings.rollUpShare;
  const ladders = laddersByRef(members, track, definitions);
  const from = setLevel(sharesOf(ladders.values()), wanted);
  const to = from + 1;

  let able = 0;
  let reached = 0;
  const candidates: Candidate[] = [];
  for (const [entityRef, ladder] of ladders) {
    const goal = ladder.levelAtLeast(to);
    if (goal !== undefined) {
      able++;
      const open = ladder.openUpTo(goal);
      if (open.length === 0) {
        reached++;
      } else {
        const weight = open.reduce((sum, check) => sum + check.weight, 0);
        candidates.push({ entityRef, open, weight });
      }
    }
  }
  if (able === 0) {
    return null;
  }
  const chosen = candidates
    .sort((a, b) => a.weight - b.weight || (a.entityRef < b.entityRef ? -1 : 1))
    .slice(0, membersNeeded(able, wanted) - reached);
  return {
    track,
    from,
    to,
    members: chosen.map(({ entityRef, open, weight }) => ({
      entityRef,
      checks: open.map(({ check }) => check),
      weight,
    })),
    checks: byCheck(chosen),
    weight: chosen.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function laddersByRef(
  members: Iterable<TeamPathMember>,
  track: string,
  definitions: DefinitionSet,
): Map<string, Ladder> {
  const ladders = new Map<string, Ladder>();
  for (const { lifecycle, card } of members) {
    if (lifecycle === 'production') {
      const ladder = laddersOf(card.results, definitions).byTrack.get(track);
      if (ladder) {
        ladders.set(card.entityRef, ladder);
      }
    }
  }
  return ladders;
}

function sharesOf(ladders: Iterable<Ladder>): LevelShare[] {
  const shares: LevelShare[] = [{ able: 0, reached: 0 }];
  for (const ladder of ladders) {
    const { level, achievable } = ladder.score();
    for (let k = 1; k <= (achievable ?? 0); k++) {
      shares[k] ??= { able: 0, reached: 0 };
      shares[k].able++;
      if (k <= (level ?? 0)) {
        shares[k].reached++;
      }
    }
  }
  return shares;
}

function byCheck(chosen: readonly Candidate[]): TeamPath['checks'] {
  const refs = new Map<string, string[]>();
  for (const { entityRef, open } of chosen) {
    for (const { check } of open) {
      refs.set(check, [...(refs.get(check) ?? []), entityRef]);
    }
  }
  return Array.from(refs, ([check, entityRefs]) => ({
    check,
    entityRefs: entityRefs.sort(),
  })).sort(
    (a, b) =>
      b.entityRefs.length - a.entityRefs.length || (a.check < b.check ? -1 : 1),
  );
}
