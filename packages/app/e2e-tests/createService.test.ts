import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPortal } from './browser';
import { seriousFaults, surplus } from './faults';
import { startPortal, type Portal } from './portal';
import { until } from './process';
import { createService, fillService, starters } from './starters';

/** The levels that a golden path promises at least, in the order of the tracks. */
const PROMISED = [2, 2, 3];

function keepsPromise(ladders: readonly string[]): void {
  const levels = ladders.map(label => Number(/level (\d)/.exec(label)?.[1]));
  assert.equal(levels.length, PROMISED.length);
  assert.ok(
    PROMISED.every((least, index) => levels[index] >= least),
    `${ladders.join('; ')} is less than ${PROMISED.join(', ')}`,
  );
}

/** What the ladders of a region say. */
async function laddersIn(page: Page, region: string): Promise<string[]> {
  const ladders = page
    .getByRole('region', { name: region })
    .getByRole('img', { name: /level/i });
  await ladders.nth(2).waitFor();
  return ladders.evaluateAll(all =>
    all.map(ladder => ladder.getAttribute('aria-label') ?? ''),
  );
}

/** Until the tracks of the tab stand where they should; its files are looked at after the first sweep. */
async function reaches(page: Page, ladders: readonly string[]) {
  for (const ladder of new Set(ladders)) {
    const same = ladders.filter(each => each === ladder).length;
    await page
      .getByRole('region', { name: 'Tracks' })
      .getByRole('img', { name: ladder })
      .nth(same - 1)
      .waitFor({ timeout: 60_000 });
  }
  assert.deepEqual(await laddersIn(page, 'Tracks'), ladders);
}

async function openTab(page: Page) {
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Maturity' })
    .click();
  // A new service is scored by the next sweep.
  await page.getByRole('region', { name: 'Tracks' }).waitFor();
}

/** Gives the owner of a repository whose name is there already, until the form says what is known of it. */
async function nameRepository(
  page: Page,
  expected: { owner: RegExp; name: string },
) {
  const repository = page.getByLabel(/^Name of the repository/);
  await repository.waitFor();
  assert.equal(await repository.inputValue(), expected.name);
  await page.getByLabel(expected.owner).fill('tarnway');
  // There may be no way to the host from here.
  await page
    .getByRole('status')
    .filter({
      hasText: `“tarnway/${expected.name}”`,
      hasNotText: /Checking|Looking/,
    })
    .waitFor();
}

async function looksGood(page: Page, theme: string) {
  for (const width of [1440, 480]) {
    await page.setViewportSize({ width, height: 900 });
    const at = `${theme}, ${width} px`;
    assert.deepEqual(await seriousFaults(page), [], at);
    assert.ok((await surplus(page)) <= 0, `too wide: ${at}`);
  }
}

describe('a service made in the browser', () => {
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

  /** Until the catalog shows the service, in seconds. */
  async function appears(name: string) {
    const started = Date.now();
    const address = `${portal.url}/api/catalog/entities/by-name/component/default/${name}`;
    const headers = { Authorization: `Bearer ${await portal.token()}` };
    await until(
      `The service ${name}`,
      async () => (await fetch(address, { headers })).ok || undefined,
      { seconds: 10 },
    );
    return (Date.now() - started) / 1000;
  }

  it('starts mature, falls when it breaks, and is put right from its page', async () => {
    const { page, errors } = await openPortal(browser, portal.url, {
      signedIn: false,
    });
    await page.getByRole('button', { name: 'Enter' }).click();
    await page
      .getByRole('heading', { name: 'Where your services stand' })
      .waitFor();
    await page.getByRole('link', { name: 'Create' }).click();
    const name = 'parcel-quotes';
    await createService(page, { starter: starters.node, name });

    const promised = await laddersIn(page, `Where ${name} stands`);
    keepsPromise(promised);
    assert.ok((await appears(name)) <= 10);
    await page.getByRole('link', { name: 'Open the service' }).click();
    await page.waitForURL(new RegExp(`/component/${name}`));
    await openTab(page);
    await reaches(page, promised);

    // Its owner is renamed away.
    const file = path.join(portal.services, name, 'catalog-info.yaml');
    const text = await readFile(file, 'utf8');
    assert.match(text, /owner: "group:default\/tracking"/);
    await writeFile(file, text.replace('default/tracking', 'default/ghosts'));
    const failing = page
      .getByRole('region', { name: 'What blocks the next level' })
      .getByRole('listitem')
      .filter({
        has: page.getByRole('heading', { name: 'A team owns it' }),
      });
    await page.getByRole('button', { name: 'Evaluate again' }).click();
    await failing.getByRole('img', { name: 'Fails' }).waitFor();
    const fallen = await laddersIn(page, 'Tracks');
    assert.notDeepEqual(fallen, promised);

    await failing
      .getByRole('button', { name: 'Fix this: A team owns it' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Fix: A team owns it' });
    await dialog.getByLabel('Owner').fill('group:default/tracking');
    const difference = dialog.getByRole('region', { name: 'Difference' });
    await difference.waitFor();
    assert.match(
      await difference.innerText(),
      /-\s+owner: .*ghosts'?\n\+\s+owner: .*tracking'?/,
    );
    assert.match(await readFile(file, 'utf8'), /default\/ghosts/);
    await dialog.getByRole('button', { name: 'Apply the change' }).click();
    await dialog.getByText('The change is made').waitFor();
    assert.equal(await readFile(file, 'utf8'), text);
    await dialog.getByRole('button', { name: 'Evaluate again' }).click();
    await failing.waitFor({ state: 'detached' });
    await reaches(page, promised);
    assert.deepEqual(
      errors.filter(error => !/status of 404/.test(error)),
      [],
    );
    await page.context().close();
  });

  for (const starter of [starters.python, starters.go]) {
    it(`comes from the starter ${starter.title}, too`, async () => {
      const { page } = await openPortal(browser, portal.url);
      await page.goto(`${portal.url}/create`);
      await createService(page, { starter, name: starter.service });
      const promised = await laddersIn(page, `Where ${starter.service} stands`);
      keepsPromise(promised);
      assert.ok((await appears(starter.service)) <= 10);
      await page.getByRole('button', { name: 'Open its scorecard' }).click();
      await page.getByRole('region', { name: 'Tracks' }).waitFor();
      await reaches(page, promised);
      await page.context().close();
    });
  }

  it('belongs to the team of whoever makes it unless another is chosen, and its tier says what follows', async () => {
    const { page } = await openPortal(browser, portal.url);
    await page.goto(`${portal.url}/create/templates/default/node-service`);
    const owner = page.getByLabel(/^Owner/);
    await owner.waitFor();
    await page.waitForFunction(
      field => field instanceof HTMLInputElement && field.value !== '',
      await owner.elementHandle(),
    );
    assert.equal(await owner.inputValue(), 'Tracking');
    await owner.fill('billing');
    await page.getByRole('option', { name: 'Billing' }).click();
    assert.equal(await owner.inputValue(), 'Billing');
    const tier = page.getByRole('radio', { name: /Tier 3/ });
    assert.ok(await tier.isChecked(), 'the tier that most services have');
    for (const [name, budget] of [
      ['Tier 1', '99.95% available Error budget: 21.6 minutes in 30 days'],
      ['Tier 4', '99% available Error budget: 432 minutes in 30 days'],
    ]) {
      const words = await page
        .locator('label')
        .filter({ hasText: name })
        .innerText();
      assert.ok(words.replace(/\s+/g, ' ').includes(budget), words);
    }
    await page.context().close();
  });

  it('gets no name that is taken, malformed or too long', async () => {
    const { page } = await openPortal(browser, portal.url);
    await page.goto(`${portal.url}/create/templates/default/node-service`);
    await fillService(page, { name: 'booking-service' });
    const status = page.getByRole('status');
    await status
      .filter({ hasText: 'is taken in the catalog' })
      .getByRole('link', { name: 'Open it' })
      .waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByText(/is taken: the catalog has/)
      .first()
      .waitFor();

    // A folder that the catalog does not show.
    await writeFile(path.join(portal.services, 'notes'), '');
    for (const [typed, said] of [
      ['notes', 'this portal has a folder'],
      ['../etc', 'Use lower-case letters'],
      ['раrcels', 'Use lower-case letters'],
      ['con', 'that some systems keep for devices'],
      ['n'.repeat(300), 'at most 40 characters; there are 300'],
    ]) {
      await page.getByLabel(/^Name/).fill(typed);
      await status.filter({ hasText: said }).waitFor();
    }
    await page.getByLabel(/^Name/).fill('parcel-labels');
    await status
      .filter({ hasText: '“parcel-labels” is free, in the catalog and' })
      .waitFor();
    await page.context().close();
  });

  it('has a form without serious accessibility faults, also at 480 px', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await openPortal(browser, portal.url, { theme });
      await page.goto(`${portal.url}/create/templates/default/node-service`);
      // The form takes a moment to show what was chosen, longer than a check waits for.
      await page.getByRole('radio', { name: /Tier 2/ }).click();
      await page
        .getByRole('radio', { name: /Tier 2/, checked: true })
        .waitFor();
      for (const name of ['parcel-labels', 'booking-service']) {
        await page.getByLabel(/^Name/).fill(name);
        await page.getByText(new RegExp(`“${name}” is (free|taken)`)).waitFor();
        for (const width of [1440, 480]) {
          await page.setViewportSize({ width, height: 900 });
          const at = `${name}, ${theme}, ${width} px`;
          assert.deepEqual(await seriousFaults(page), [], at);
          assert.ok((await surplus(page)) <= 0, `too wide: ${at}`);
        }
      }
      await page.context().close();
    }
  });

  it('says of a repository on a host what is known of it, without serious accessibility faults, also at 480 px', async () => {
    const name = 'parcel-labels';
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await openPortal(browser, portal.url, { theme });
      await page.goto(`${portal.url}/create/templates/default/node-service`);
      await fillService(page, { name });
      await page.getByText(`“${name}” is free`).waitFor();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByLabel('Publish to').click();
      await page.getByRole('option', { name: 'GitHub', exact: true }).click();
      await page.getByText('On github.com', { exact: true }).waitFor();
      await nameRepository(page, { owner: /^Organization or user/, name });
      await looksGood(page, theme);
      await page.context().close();
    }
  });

  it('asks for the repository of a service that exists on the host that was chosen', async () => {
    const name = 'booking-service';
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await openPortal(browser, portal.url, { theme });
      await page.goto(`${portal.url}/create/templates/default/add-docs`);
      await page.getByLabel(/^Component/).fill('Booking Service');
      await page.getByRole('option', { name: 'Booking Service' }).click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByLabel('It goes to').click();
      await page
        .getByRole('option', { name: 'A merge request on GitLab' })
        .click();
      await page.getByText('On gitlab.com', { exact: true }).waitFor();
      await nameRepository(page, { owner: /^Group/, name });
      await looksGood(page, theme);
      await page.context().close();
    }
  });
});
