/** How many members of a set are asked for a level, and how many have it. */
export interface LevelShare {
  /** Members with achievable >= the level. */
  able: number;
  /** Members with level >= the level. */
  reached: number;
}

// Sums of shares such as 0.55 x 20 come out a hair above the whole number that they mean.
const ROUNDING = 1e-9;

/** Members of `able` that must have reached a level for the set to have it. */
export function membersNeeded(able: number, share: number): number {
  return Math.max(1, Math.ceil(able * share - ROUNDING));
}

/**
 * The level of a set: the highest L such that every level k <= L is asked of at least one member and
 * reached by the share of those that it is asked of.
 *
 * @param shares - index = level; index 0 is not used
 * @param share - from 0 to 1
 */
export function setLevel(shares: readonly LevelShare[], share: number): number {
  let level = 0;
  while (level + 1 < shares.length) {
    const { able, reached } = shares[level + 1];
    if (able === 0 || reached < membersNeeded(able, share)) {
      break;
    }
    level++;
  }
  return level;
}
