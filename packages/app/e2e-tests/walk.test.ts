import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPortal } from './browser';
import { assertParity } from './parity';
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

  it('begins at the address that the start prints', () =>
    assert.match(
      portal.log(),
      new RegExp(`the portal is up after \\d+ s: ${portal.url}/maturity\n`),
    ));

  it('begins at the scorecards that the command line gives, check by check', () =>
    assertParity(portal));

  it('leads from the overview to a failing check, and up one level when it is fixed', async () => {
    const { page, errors } = await openPortal(browser, portal.url);
    await page
      .getByRole('heading', { name: 'Where your services stand' })
      .waitFor();

    // The overview opens the services of a team.
    const teams = page.getByRole('table').filter({ hasText: 'Team' });
    await teams.getByRole('link', { name: 'Booking', exact: true }).click();
    await page.waitForURL(
      /\/maturity\/services\?.*owner=group%3Adefault%2Fbooking/,
    );
    const services = page.getByRole('table', { name: 'Services' });
    await services.getByRole('link', { name: 'Booking Service' }).waitFor();
    assert.equal(
      await services
        .getByRole('link', { name: 'Label Printer Bridge' })
        .count(),
      0,
      'services of other teams are filtered out',
    );

    // The list leads to the service and its tab.
    await services.getByRole('link', { name: 'EDI Booking Importer' }).click();
    await page.waitForURL(/component\/booking-importer/);
    await page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'Maturity' })
      .click();
    const next = page.getByRole('region', {
      name: 'What blocks the next level',
    });
    const failing = next.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Responders have a runbook' }),
    });
    await failing.getByRole('img', { name: 'Fails' }).waitFor();
    await failing.getByText('How to fix it:').waitFor();
    const tracks = page.getByRole('region', { name: 'Tracks' });
    await tracks.getByRole('img', { name: 'No level yet, 0 of 2' }).waitFor();

    // The file is fixed, the page asked to look again.
    const file = path.join(portal.catalog, 'examples/systems/booking.yaml');
    const text = await readFile(file, 'utf8');
    assert.match(text, /maturity\/runbook: CHANGEME/);
    await writeFile(
      file,
      text.replace(
        'maturity/runbook: CHANGEME',
        'maturity/runbook: https://wiki.tarnway.internal/runbooks/booking-importer',
      ),
    );
    await page.getByRole('button', { name: 'Evaluate again' }).click();
    await page
      .getByText('The catalog read the entity again; this is its new score.')
      .waitFor();
    await tracks.getByRole('img', { name: 'Bronze, level 1 of 2' }).waitFor();
    await failing.waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
  });
});
