import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = createRequire(__filename).resolve('axe-core/axe.min.js');

interface Fault {
  id: string;
  impact: string;
  text: string;
}

/** What axe finds in our part of a page. Faults of Backstage's own frame around it are not ours to mend. */
async function violations(page: Page, rules?: string[]): Promise<Fault[]> {
  // The portal draws a page anew when its width changes.
  await page.locator('[data-maturity]').first().waitFor();
  // Evaluated by the browser itself, so that the portal's content security policy can stay as it is.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async only => {
    // eslint-disable-next-line no-restricted-globals
    const run = Reflect.get(globalThis, 'axe').run;
    const report = await run(
      { include: [['[data-maturity]']] },
      { resultTypes: ['violations'], ...(only && { runOnly: only }) },
    );
    return report.violations.map((fault: any) => ({
      id: fault.id,
      impact: fault.impact,
      text: `${fault.id}: ${fault.nodes
        .map((node: any) => node.html)
        .join(' | ')
        .slice(0, 600)}`,
    }));
  }, rules);
}

/**
 * Serious and critical faults of a page.
 *
 * @param rules - ids of the rules to try; all of them when left out
 */
export async function seriousFaults(
  page: Page,
  rules?: string[],
): Promise<string[]> {
  return (await violations(page, rules))
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ text }) => text);
}

/** Which rules count: all of them, only some, or all but some. */
export interface Asked {
  rules?: string[];
  /** Rules that ask for what this page cannot give. */
  except?: readonly string[];
}

/** All faults of a page, whatever their weight. */
export async function faults(
  page: Page,
  { rules, except = [] }: Asked = {},
): Promise<string[]> {
  return (await violations(page, rules))
    .filter(({ id }) => !except.includes(id))
    .map(({ text }) => text);
}

/** How many pixels the page is wider than its window. */
export function surplus(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
}

function outsideNow(page: Page): Promise<string[]> {
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

/**
 * Elements of ours that reach out of the window where nothing scrolls, once the page has followed its
 * window: the app's side bar moves a moment later.
 */
export async function outside(page: Page): Promise<string[]> {
  const end = Date.now() + 5000;
  let found = await outsideNow(page);
  while (found.length > 0 && Date.now() < end) {
    await page.waitForTimeout(100);
    found = await outsideNow(page);
  }
  return found;
}
