import type { Tier } from '../entity/types';

/**
 * How much a member weighs in means and leverage; a member without a tier counts as tier 4.
 *
 * @public
 */
export const TIER_WEIGHT: Readonly<Record<Tier, number>> = {
  1: 4,
  2: 3,
  3: 2,
  4: 1,
};
