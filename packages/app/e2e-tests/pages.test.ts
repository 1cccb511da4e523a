import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPortal, type PageLook } from './browser';
import { startPortal, type Portal } from './portal';

const axe = createRequire(__filename).resolve('axe-core/axe.min.js');

const pages = [
  ['the overview', '/maturity', 'What your organization needs next'],
  ['the services', '/maturity/services', 'Services'],
  ['the advice', '/maturity/advice', 'Three models, three verdicts'],
  ['the checks', '/maturity/checks', 'Responders have a runbook'],
  ['a check', '/maturity/checks/runbook-linked', 'How to pass it'],
  ['the operation', '/maturity/operator', 'Readings of the catalog'],
  [
    'the tab of a team',
    '/catalog/default/group/booking/maturity',
    'Levels per track',
  ],
  [
    'the tab of a service',
    '/catalog/default/component/courier-payouts/maturity',
    'What blocks the next level',
  ],
  [
    'the tab of a service that has everything',
    '/catalog/default/component/api-gateway/maturity',
    'All checks',
  ],
  [
    'the card of a service',
    '/catalog/default/component/eta-model',
    'See all checks',
  ],
] as const;

const looks: PageLook[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 480 },
];

// Faults of Backstage's own frame around our pages are not ours to mend: only our part is looked at.
async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated by the browser itself, so that the portal's content security policy can stay as it is.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    // eslint-disable-next-line no-restricted-globals
    const run = Reflect.get(globalThis, 'axe').run;
    const report = await run(
      { include: [['[data-maturity]']] },
      { resultTypes: ['violations'] },
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
  });
}

describe('pages', () => {
  let portal: Portal;
  let browser: Browser;
  before(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  for (const look of looks) {
    for (const [what, address, landmark] of pages) {
      it(`shows ${what} without errors or serious accessibility faults, ${look.theme} at ${look.width} px`, async () => {
        const { page, errors } = await openPortal(browser, portal.url, look);
        await page.goto(portal.url + address);
        await page.getByText(landmark, { exact: true }).first().waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await seriousFaults(page), []);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
        assert.deepEqual(errors, []);
        await page.context().close();
      });
    }
  }
});
