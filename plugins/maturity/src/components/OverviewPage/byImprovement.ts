import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';

/**
 * Sets with most to gain first: the sum over their open checks of what fixing them would gain. Sets
 * without services are left out, and equal ones keep the order of their titles.
 */
export function byImprovement(items: readonly RollUpItem[]): RollUpItem[] {
  return items
    .filter(item => item.rollUp.total > 0)
    .map(item => ({ item, gain: gainOf(item) }))
    .sort((a, b) => b.gain - a.gain)
    .map(({ item }) => item);
}

function gainOf({ rollUp }: RollUpItem): number {
  return rollUp.leverage.reduce((sum, { gain }) => sum + gain, 0);
}
