import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { addresses, type PageAddress } from './addresses';
import { launchBrowser, openPortal } from './browser';
import { faults, outside, surplus } from './faults';
import { LONG, longAddresses, longNames } from './longNames';
import { startPortal, type Portal } from './portal';

const WIDTHS = [1440, 480, 320];

const stages = ['Exploring', 'Starting', 'DevOps', 'SRE', 'Platform'];

describe('pages', () => {
  let portal: Portal;
  let browser: Browser;
  before(async () => {
    portal = await startPortal(longNames);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function visit(page: Page, { address, landmark }: PageAddress) {
    await page.goto(portal.url + address);
    await page.getByText(landmark, { exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  // Only contrast depends on the theme.
  const themes: { theme: 'light' | 'dark'; rules?: string[] }[] = [
    { theme: 'light' },
    { theme: 'dark', rules: ['color-contrast'] },
  ];

  for (const { theme, rules } of themes) {
    describe(`in the ${theme} theme`, () => {
      let page: Page;
      let errors: string[];
      before(async () => {
        ({ page, errors } = await openPortal(browser, portal.url, { theme }));
      });
      after(() => page?.context().close());

      for (const look of Object.values(addresses)) {
        it(`shows ${
          look.title
        } without errors or accessibility faults at ${WIDTHS.join(
          ', ',
        )} px`, async () => {
          errors.length = 0;
          await page.setViewportSize({ width: WIDTHS[0], height: 900 });
          await visit(page, look);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            const at = `at ${width} px`;
            assert.deepEqual(await faults(page, { rules }), [], at);
            assert.deepEqual(await outside(page), [], at);
            // On smaller screens the tabs of Backstage's own head are wider than the window.
            if (width >= 480) {
              assert.ok(
                (await surplus(page)) <= 0,
                `the page is too wide ${at}`,
              );
            }
          }
          assert.deepEqual(errors, []);
        });
      }
    });
  }

  describe('with names of eighty characters, from left to right and from right to left', () => {
    let page: Page;
    before(async () => {
      ({ page } = await openPortal(browser, portal.url, { width: 480 }));
    });
    after(() => page?.context().close());

    for (const [title, address] of longAddresses) {
      it(`keeps ${title} within 480 px`, async () => {
        await visit(page, { title, address, landmark: LONG });
        await page.locator('[data-maturity]').waitFor();
        for (const dir of ['ltr', 'rtl']) {
          await page.evaluate(value => {
            document.documentElement.dir = value;
          }, dir);
          // Backstage's own head of an entity's page does not break such names.
          assert.deepEqual(await outside(page), [], dir);
        }
      });
    }
  });

  it('mirrors the stage path and the bars where text runs from right to left', async () => {
    const { page } = await openPortal(browser, portal.url);
    await visit(page, addresses.service);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const path = page.getByRole('list', { name: /^Stage: / });
    const lefts: number[] = [];
    for (const stage of stages) {
      const box = await path.getByText(stage, { exact: true }).boundingBox();
      lefts.push(box?.x ?? NaN);
    }
    assert.deepEqual(
      lefts,
      [...lefts].sort((a, b) => b - a),
    );
    const turned = await page
      .getByRole('img', { name: /% passed/ })
      .first()
      .evaluate(bar => getComputedStyle(bar).transform);
    assert.equal(turned, 'matrix(-1, 0, 0, 1, 0, 0)');
    assert.deepEqual(await faults(page), []);
    await page.context().close();
  });

  it('prints black on white without buttons, also from the dark theme', async () => {
    const { page } = await openPortal(browser, portal.url, { theme: 'dark' });
    await page.setViewportSize({ width: 794, height: 1123 });
    for (const look of [
      addresses.overview,
      addresses.service,
      addresses.advice,
    ]) {
      await page.emulateMedia({ media: 'screen' });
      await visit(page, look);
      await page.emulateMedia({ media: 'print' });
      const ours = page.locator('[data-maturity]');
      const colors = await ours
        .locator('p, li, dd, h2, h3, svg')
        .evaluateAll(elements => [
          ...new Set(elements.map(element => getComputedStyle(element).color)),
        ]);
      assert.deepEqual(colors, ['rgb(0, 0, 0)'], look.title);
      const shown = await ours
        // Words that open more about themselves stay, as words.
        .locator('button.MuiButtonBase-root')
        .evaluateAll(buttons =>
          buttons
            .filter(button => button.getBoundingClientRect().width > 0)
            .map(button => button.outerHTML.slice(0, 200)),
        );
      assert.deepEqual(shown, [], look.title);
      assert.deepEqual(await outside(page), [], look.title);
    }
    await page.context().close();
  });

  it('draws its signs in the colours of the system where that chooses them', async () => {
    const { page } = await openPortal(browser, portal.url);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    for (const look of [
      addresses.overview,
      addresses.service,
      addresses.advice,
    ]) {
      await visit(page, look);
      const others = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        const system = ['CanvasText', 'LinkText', 'ButtonText'].map(color => {
          probe.style.color = color;
          return getComputedStyle(probe).color;
        });
        probe.remove();
        return [...document.querySelectorAll('[data-maturity] svg')]
          .filter(sign => !system.includes(getComputedStyle(sign).color))
          .map(sign => sign.outerHTML.slice(0, 200));
      });
      assert.deepEqual(others, [], look.title);
    }
    await page.context().close();
  });

  it('shows a list at once on the way back to it, with its filters', async () => {
    const { page } = await openPortal(browser, portal.url);
    await page.goto(`${portal.url}/maturity/services?type=service&sort=-name`);
    const gateway = page
      .getByRole('table', { name: 'Services' })
      .getByRole('link', { name: 'API Gateway' });
    await gateway.click();
    await page.waitForURL(/component\/api-gateway/);
    // From now on no answer comes.
    await page.route('**/api/maturity/**', () => {});

    await page.goBack();

    await gateway.waitFor();
    assert.match(page.url(), /\/services\?type=service&sort=-name$/);
    await page.context().close();
  });

  it('gives the keyboard the exact time', async () => {
    const { page } = await openPortal(browser, portal.url);
    await visit(page, addresses.operation);
    const time = page.locator('[data-maturity] time').first();
    await time.focus();
    const exact = await time.getAttribute('data-exact');
    assert.match(exact ?? '', / at \d+:\d\d:\d\d [AP]M UTC$/);
    await page
      .getByRole('tooltip')
      .getByText(exact ?? '')
      .waitFor();
    await page.context().close();
  });
});
