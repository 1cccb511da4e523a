import axe from 'axe-core';

/**
 * Faults that axe finds and calls serious or critical. Contrast needs a painted page, which there is
 * none here; the tabs of the page's shell belong to the app.
 */
export async function seriousFaults(root: HTMLElement): Promise<string[]> {
  const context = { include: [root], exclude: ['[role="tablist"]'] };
  const { violations } = await axe.run(context, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' | ')}`);
}
