import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPortal } from './browser';
import { outside, seriousFaults } from './faults';
import { startPortal, type Portal } from './portal';
import { until } from './process';

const NAME = 'parcel-fees';

// Comments and order are what an edit must leave alone.
const FILE = `# What a parcel costs.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${NAME}
  annotations:
    maturity/slo: availability=100/30d, latency(300ms)=99/30d # too much
spec:
  type: service
  lifecycle: production
  owner: group:default/tracking
  system: tracking
`;

const WIDTHS = [1440, 480, 320];

describe('the dialog of a fix', () => {
  let portal: Portal;
  let browser: Browser;
  let file: string;
  before(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
    const folder = path.join(portal.services, NAME);
    file = path.join(folder, 'catalog-info.yaml');
    await mkdir(folder, { recursive: true });
    await writeFile(file, FILE);
    // A page that is opened before the catalog has found the file does not look again.
    await until(
      `The scorecard of "${NAME}"`,
      () => portal.get(`/scorecards/component/default/${NAME}`),
      { seconds: 90 },
    );
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function openTab(page: Page) {
    await page.goto(`${portal.url}/catalog/default/component/${NAME}/maturity`);
    await page.getByRole('button', { name: 'Annotate' }).waitFor();
  }

  /** What has the focus, and whether it is in the newest dialog. */
  function focus(page: Page) {
    return page.evaluate(() => {
      const dialogs = document.querySelectorAll('[role$="dialog"]');
      return {
        name: document.activeElement?.textContent ?? '',
        label: document.activeElement?.getAttribute('aria-label') ?? '',
        isInside: Boolean(
          dialogs
            .item(dialogs.length - 1)
            ?.parentElement?.contains(document.activeElement),
        ),
      };
    });
  }

  it('is worked by keyboard alone, and gives the focus back', async () => {
    const { page, errors } = await openPortal(browser, portal.url);
    await openTab(page);
    const label = 'Fix this: Criticality tier is declared';
    await page.getByRole('button', { name: label }).first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Fix: / });
    await dialog.waitFor();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      assert.ok((await focus(page)).isInside, `stop ${stop} is inside`);
    }

    await dialog.getByLabel('Tier').focus();
    await page.keyboard.press('2');
    const difference = dialog.getByRole('region', { name: 'Difference' });
    await difference.getByText("maturity/tier: '2'").waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    assert.equal((await focus(page)).name, 'Keep editing');
    await page.keyboard.press('Enter');
    assert.equal(await dialog.getByLabel('Tier').inputValue(), '2');

    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    assert.equal((await focus(page)).name, 'Discard');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      expected =>
        document.activeElement?.getAttribute('aria-label') === expected,
      label,
    );
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(await readFile(file, 'utf8'), FILE);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  // Only contrast depends on the theme.
  const themes: { theme: 'light' | 'dark'; rules?: string[] }[] = [
    { theme: 'light' },
    { theme: 'dark', rules: ['color-contrast'] },
  ];

  for (const { theme, rules } of themes) {
    it(`has no serious accessibility fault and stays in the window, ${theme}, at ${WIDTHS.join(
      ', ',
    )} px`, async () => {
      const { page } = await openPortal(browser, portal.url, { theme });
      await openTab(page);
      await page.getByRole('button', { name: 'Annotate' }).click();
      const dialog = page.getByRole('dialog', { name: /^Annotate/ });
      await dialog
        .getByText(/^An objective of 100% leaves no error budget/)
        .waitFor();
      const owner = dialog.getByLabel('Owner');
      await owner.fill('ghosts');
      await dialog.getByText(/^The catalog has no “ghosts”/).waitFor();
      const looks = async (state: string) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const at = `${state} at ${width} px`;
          assert.deepEqual(await seriousFaults(page, rules), [], at);
          assert.deepEqual(await outside(page), [], at);
          // A list moves along with its field a moment after the window.
          await page.waitForFunction(
            () => document.documentElement.scrollWidth <= window.innerWidth,
          );
        }
      };
      await looks('with mistakes');

      await owner.fill('boo');
      await page.getByRole('option', { name: /booking/ }).waitFor();
      await looks('with a list');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(await owner.inputValue(), 'group:default/booking');
      await dialog.getByLabel('Objective in percent').first().fill('99.95');
      await dialog
        .getByText('Allowed downtime per window: 21.6 minutes in 30 days')
        .waitFor();
      await dialog.getByRole('button', { name: 'Apply the change' }).waitFor();
      await looks('with changes');
      await page.context().close();
    });
  }

  it('says why a change cannot be made, and keeps what was typed', async () => {
    const { page } = await openPortal(browser, portal.url);
    await openTab(page);
    await page.getByRole('button', { name: 'Annotate' }).click();
    const dialog = page.getByRole('dialog', { name: /^Annotate/ });
    const objective = dialog.getByLabel('Objective in percent').first();
    await objective.fill('99.95');
    await dialog.getByRole('button', { name: 'Apply the change' }).click();
    // The folder was put there by hand, so there is no commit to go back to.
    const alert = dialog
      .getByRole('alert')
      .filter({ hasText: 'is no git repository with a commit' });
    await alert.waitFor({ timeout: 60_000 });
    await dialog
      .getByRole('region', { name: 'What it did so far' })
      .getByText(/Finished step Edit the catalog file/)
      .waitFor();
    assert.deepEqual(await seriousFaults(page), []);
    await alert.getByRole('button', { name: 'Back' }).click();
    assert.equal(await objective.inputValue(), '99.95');
    assert.equal(await readFile(file, 'utf8'), FILE);
    await page.context().close();
  });
});
