import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { faults, outside } from './faults';
import { type Harness, openHarness, startHarness } from './harness';

/** Addresses of the harness, each with a text that stands there when it is complete. */
const PARTS = [
  ['overview', 'What your organization needs next'],
  ['services', 'Download as CSV'],
  ['advice', 'Three models, three verdicts'],
  ['checks', 'Tests run before deployment'],
  ['check/automated-tests', 'How services stand'],
  ['operator', 'Readings of the catalog'],
  ['service', 'All checks'],
  ['card', 'See all checks'],
  ['group', 'Levels per track'],
  ['system', 'Levels per track'],
  ['domain', 'Levels per track'],
] as const;

/** States in which each of them is shown, below a heading each. */
const STATES = [
  'as usual',
  'long names',
  'first run',
  'empty catalog',
  'first reading under way',
  'catalog unreadable',
  'mistakes in the configuration',
  'loading',
  'failing',
  'not allowed',
];

/** One part stands in many states on one page, so its names and headings repeat. */
const IN_ONE_PAGE = [
  'landmark-unique',
  'heading-order',
  'region',
  'landmark-no-duplicate-main',
];

describe('the development app', () => {
  let harness: Harness;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    harness = await startHarness();
    browser = await launchBrowser();
    ({ page, errors } = await openHarness(browser, harness));
  });
  after(async () => {
    await browser?.close();
    await harness?.stop();
  });

  it('mounts the pages, the tab and the card of the legacy frontend system', async () => {
    errors.length = 0;
    await page.goto(`${harness.url}/maturity`);
    await page
      .getByRole('heading', { name: 'What your organization needs next' })
      .waitFor();
    await page.getByRole('tab', { name: 'Services' }).click();
    await page.waitForURL(/\/maturity\/services/);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('check');
    await page.waitForURL(/q=check/);
    await page
      .getByRole('table', { name: 'Services' })
      .getByRole('link', { name: 'checkout' })
      .click();
    await page.waitForURL(/\/catalog\/default\/component\/checkout/);
    await page.getByRole('link', { name: 'See all checks' }).waitFor();
    await page.getByRole('region', { name: 'All checks' }).waitFor();

    // What was filtered is still there on the way back.
    await page.goBack();
    await page.waitForURL(/\/maturity\/services.*q=check/);
    assert.equal(
      await page
        .getByRole('searchbox', { name: 'Search by name' })
        .inputValue(),
      'check',
    );
    // There is no backend to sign in with, and React warns of Backstage's own parts.
    assert.deepEqual(
      errors.filter(text => !/^Warning: |net::ERR_/.test(text)),
      [],
    );
  });

  for (const [part, landmark] of PARTS) {
    it(`shows "${part}" in every state without accessibility faults, and within 320 px`, async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${harness.url}/states/${part}`);
      await page.getByText(landmark, { exact: true }).first().waitFor();
      await page.getByText('The database is away.').first().waitFor();
      await page.getByText('You may not see this').first().waitFor();
      const headings = await page
        .getByRole('heading', { level: 2 })
        .allTextContents();
      assert.deepEqual(
        STATES.filter(state => !headings.includes(state)),
        [],
      );
      assert.deepEqual(await faults(page, { except: IN_ONE_PAGE }), []);
      assert.deepEqual(await outside(page), []);
      await page.setViewportSize({ width: 320, height: 900 });
      assert.deepEqual(await outside(page), [], 'at 320 px');
    });
  }

  it('shows every sign without accessibility faults', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${harness.url}/signs`);
    await page.getByRole('region', { name: 'Stages' }).waitFor();
    assert.deepEqual(await faults(page, { except: IN_ONE_PAGE }), []);
    assert.deepEqual(await outside(page), []);
  });
});
