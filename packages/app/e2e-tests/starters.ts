import type { Page } from 'playwright-core';

/** A golden path as the portal shows it, and the name of a service to make from it. */
export interface Starter {
  title: string;
  service: string;
}

/** The starters of the demo portal. */
export const starters = {
  node: { title: 'Node.js service', service: 'parcel-quotes' },
  python: { title: 'Python service', service: 'parcel-scans' },
  go: { title: 'Go service', service: 'parcel-events' },
} as const satisfies Record<string, Starter>;

/** Fills in the first page of a starter's form. */
export async function fillService(
  page: Page,
  { name, tier = '2' }: { name: string; tier?: string },
): Promise<void> {
  await page.getByLabel(/^Name/).fill(name);
  await page
    .getByLabel(/^Description/)
    .fill('Quotes what a parcel costs before it is booked.');
  await page.getByLabel(/^System/).fill('Tracking');
  await page.getByRole('option', { name: 'Tracking' }).first().click();
  // The form takes a moment to show what was chosen, longer than a check waits for.
  const choice = { name: new RegExp(`Tier ${tier}`) };
  await page.getByRole('radio', choice).click();
  await page.getByRole('radio', { ...choice, checked: true }).waitFor();
}

/** Chooses a starter on the page of templates, fills in its form, and waits for the result. */
export async function createService(
  page: Page,
  { starter, name }: { starter: Starter; name: string },
): Promise<void> {
  const card = page
    .locator('.MuiCard-root')
    .filter({ has: page.getByText(starter.title, { exact: true }) });
  await card.getByRole('button', { name: 'Choose' }).click();
  await fillService(page, { name });
  await page.getByText(`“${name}” is free`).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page
    .getByRole('region', { name: `Where ${name} stands` })
    .waitFor({ timeout: 60_000 });
}
