import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';

/**
 * Teams with most to gain first: the sum over their open checks of what fixing them would gain. Sets
 * without services are left out, and so are groups that only hold other teams, as their services
 * would be counted twice. Equal ones keep the order of their titles.
 */
export function byImprovement(items: readonly RollUpItem[]): RollUpItem[] {
  const held = new Map<string, number>();
  for (const { parent, rollUp } of items) {
    if (parent !== null) {
      held.set(parent, (held.get(parent) ?? 0) + rollUp.total);
    }
  }
  return items
    .filter(({ key, rollUp }) => rollUp.total > (held.get(key) ?? 0))
    .sort((a, b) => b.rollUp.gain - a.rollUp.gain);
}
