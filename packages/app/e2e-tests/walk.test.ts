import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPortal } from './browser';
import { startPortal, type Portal } from './portal';

describe('a walk through the portal', () => {
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

  it('signs in', async () => {
    const { page } = await openPortal(browser, portal.url);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.ok(await readFile(path.join(portal.catalog, 'catalog-info.yaml')));
    await writeFile(path.join(portal.catalog, 'seen'), 'yes');
  });
});
