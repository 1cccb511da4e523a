import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Portal } from './portal';
import { createService, fillService, starters } from './starters';

/** The pictures of a walk along a golden path, in its order. */
export const goldenPathPictures = [
  'create-templates',
  'create-form',
  'create-result',
  'create-scorecard',
  'fix-form',
  'fix-diff',
  'fix-applied',
  'slo-editor',
] as const;

/** Makes a service, breaks it and puts it right, and stops at each picture. */
export async function walkGoldenPath(
  page: Page,
  options: {
    portal: Portal;
    /** Of the service; free. */
    name: string;
    shoot(picture: (typeof goldenPathPictures)[number]): Promise<void>;
  },
): Promise<void> {
  const { portal, name, shoot } = options;
  await page.goto(`${portal.url}/create`);
  await page.getByText(starters.node.title, { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await shoot('create-templates');

  await page.goto(`${portal.url}/create/templates/default/node-service`);
  await fillService(page, { name });
  await page.getByText(`“${name}” is free`).waitFor();
  await shoot('create-form');

  await page.goto(`${portal.url}/create`);
  await createService(page, { starter: starters.node, name });
  await shoot('create-result');

  // The catalog shows it within seconds.
  await page.waitForTimeout(5_000);
  await page.getByRole('button', { name: 'Open its scorecard' }).click();
  // Its files are looked at after the first sweep; then it has passed what the result page says.
  await page
    .getByRole('region', { name: 'Tracks' })
    .getByRole('img', { name: /level 3/ })
    .first()
    .waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await shoot('create-scorecard');

  const file = path.join(portal.services, name, 'catalog-info.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('default/tracking', 'default/ghosts'));
  await page.getByRole('button', { name: 'Evaluate again' }).click();
  const fix = page
    .getByRole('button', { name: 'Fix this: A team owns it' })
    .first();
  await fix.click();
  const dialog = page.getByRole('dialog');
  const owner = dialog.getByLabel('Owner');
  await owner.waitFor();
  await dialog.getByText('the check would still fail').waitFor();
  await shoot('fix-form');

  await owner.fill('group:default/tracking');
  await page.getByRole('heading', { name: /^Fix: / }).click();
  await dialog.getByRole('button', { name: 'Apply the change' }).waitFor();
  await shoot('fix-diff');

  await dialog.getByRole('button', { name: 'Apply the change' }).click();
  await dialog.getByText('The change is made').waitFor();
  await shoot('fix-applied');

  await dialog.getByRole('button', { name: 'Evaluate again' }).click();
  await page
    .getByRole('region', { name: 'Tracks' })
    .getByRole('img', { name: /level 3/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Annotate' }).click();
  const objective = dialog.getByLabel('Objective in percent').first();
  await objective.fill('99.95');
  await dialog.getByText('Objectives (SLO)').scrollIntoViewIfNeeded();
  await dialog.getByText(/^Allowed downtime/).scrollIntoViewIfNeeded();
  await shoot('slo-editor');
  await page.keyboard.press('Escape');
}
