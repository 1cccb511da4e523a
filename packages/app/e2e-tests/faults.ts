import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = createRequire(__filename).resolve('axe-core/axe.min.js');

/**
 * Serious and critical faults that axe finds in our part of a page. Faults of Backstage's own frame
 * around it are not ours to mend.
 *
 * @param rules - ids of the rules to try; all of them when left out
 */
export async function seriousFaults(
  page: Page,
  rules?: string[],
): Promise<string[]> {
  // Evaluated by the browser itself, so that the portal's content security policy can stay as it is.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async only => {
    // eslint-disable-next-line no-restricted-globals
    const run = Reflect.get(globalThis, 'axe').run;
    const report = await run(
      { include: [['[data-maturity]']] },
      { resultTypes: ['violations'], ...(only && { runOnly: only }) },
    );
    return report.violations
      .filter((fault: any) => ['serious', 'critical'].includes(fault.impact))
      .map(
        (fault: any) =>
          `${fault.id}: ${fault.nodes
            .map((node: any) => node.html)
            .join(' | ')
            .slice(0, 600)}`,
      );
  }, rules);
}

/** How many pixels the page is wider than its window. */
export function surplus(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
}

/** Elements of ours that reach out of the window where nothing scrolls. */
export function outside(page: Page): Promise<string[]> {
  // One function without named ones inside: the browser gets its text.
  return page.evaluate(() => {
    const width = window.innerWidth;
    const found = [];
    for (const element of document.querySelectorAll('[data-maturity] *')) {
      const { left, right } = element.getBoundingClientRect();
      if (right === left || (left >= -1 && right <= width + 1)) continue;
      let around: Element | null = element;
      while (around && getComputedStyle(around).overflowX === 'visible') {
        around = around.parentElement;
      }
      const scrolls = around?.closest('[data-maturity] *');
      if (!scrolls) found.push(element.outerHTML.slice(0, 200));
    }
    return found.slice(0, 4);
  });
}
