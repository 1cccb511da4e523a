import type { CheckResult } from '../checks/types';
import type { Lifecycle, Tier } from '../entity/types';

/**
 * One track of a scorecard. All figures are null when nothing of the track applies.
 *
 * @public
 */
export interface TrackScore {
  level: number | null;
  achievable: number | null;
  /** Floored percentages. */
  score: number | null;
  coverage: number | null;
  proven: number | null;
  /** Blocking checks of the lowest unfinished level, heaviest first, fails before unknowns. */
  next: readonly string[];
}

/** @public */
export type Stage = 'exploring' | 'starting' | 'devops' | 'sre' | 'platform';
/** @public */
export type StageTarget = 'devops' | 'sre' | 'platform';

/**
 * One evaluated entity.
 *
 * @public
 */
export interface Scorecard {
  entityRef: string;
  /** Null for deprecated entities, shown as "leaving". */
  stage: Stage | null;
  target: StageTarget | null;
  /** `out-of-order`: reliability work is resting on manual delivery. */
  notes: readonly string[];
  tracks: Readonly<Record<string, TrackScore>>;
  results: readonly CheckResult[];
}

/**
 * What a roll-up needs of one member.
 *
 * @public
 */
export interface RollUpMember {
  entityRef: string;
  lifecycle: Lifecycle;
  /** Declared tier; 4 when unset. */
  tier: Tier;
  stage: Stage | null;
  tracks: Readonly<Record<string, TrackScore>>;
  /** Checks that fail or are unknown. */
  open: readonly { check: string; status: 'fail' | 'unknown' }[];
}

/**
 * One track of a roll-up.
 *
 * @public
 */
export interface RollUpTrack {
  /** Null when no counted member has the track. */
  level: number | null;
  /** Lowest member level; only for systems that hold a tier 1 component. */
  minimum: number | null;
  /** Counted members at each level, index = level. */
  histogram: readonly number[];
  /** Counted members to which the track does not apply. */
  notApplicable: number;
  /** Mean weighted by tier, floored. */
  score: number | null;
  coverage: number | null;
  /** Mean weighted by tier over the members that pass a check, floored; null when none does. */
  proven: number | null;
}

/**
 * A check and what passing it everywhere in the set would lift.
 *
 * @public
 */
export interface Leverage {
  check: string;
  track: string;
  /** Members that fail the check. */
  failing: number;
  /** Members for which it is unknown. */
  unknown: number;
  /** Sum over failing members of check weight x tier weight. */
  gain: number;
}

/**
 * A set of components taken together.
 *
 * @public
 */
export interface RollUp {
  /** All members. */
  total: number;
  /** Members that count for levels (production). */
  counted: number;
  experimental: number;
  deprecated: number;
  tracks: Readonly<Record<string, RollUpTrack>>;
  stages: Readonly<Record<Stage, number>>;
  /** Sum of the gains of all open checks. */
  gain: number;
  /** Largest gain first. */
  leverage: readonly Leverage[];
}

/**
 * The cheapest set of open checks whose passing reaches the next level.
 *
 * @public
 */
export interface NextLevelPath {
  track: string;
  from: number;
  to: number;
  checks: readonly string[];
  /** Sum of the weights. */
  weight: number;
}

/**
 * The cheapest work that lifts the roll-up level of a set by one.
 *
 * @public
 */
export interface TeamPath {
  track: string;
  from: number;
  to: number;
  /** Members to lift, cheapest first, each with its open checks in the order of `next`. */
  members: readonly {
    entityRef: string;
    checks: readonly string[];
    weight: number;
  }[];
  /** The same work by check, the one that concerns most members first. */
  checks: readonly { check: string; entityRefs: readonly string[] }[];
  /** Sum of the weights over all members. */
  weight: number;
}

/**
 * A level that differs between two evaluations of the same entity; null where the track does not apply or the entity was not there.
 *
 * @public
 */
export interface LevelChange {
  entityRef: string;
  track: string;
  from: number | null;
  to: number | null;
}
