import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser, openPortal, type PageLook } from './browser';
import { startPortal } from './portal';

const root = path.resolve(__dirname, '../../..');
const all = process.argv.includes('--all');
// Pictures for looking at are not part of the repository.
const folder = path.join(root, all ? '.data/screenshots' : 'docs/images');

const pages = {
  overview: ['/maturity', 'Fixes that lift most services'],
  services: ['/maturity/services', 'API Gateway'],
  service: [
    '/catalog/default/component/courier-payouts/maturity',
    'What blocks the next level',
  ],
  card: ['/catalog/default/component/eta-model', 'See all checks'],
} as const;

const looks: (PageLook & { name: string })[] = all
  ? (['light', 'dark'] as const).flatMap(theme =>
      [1440, 480].map(width => ({ theme, width, name: `${theme}-${width}` })),
    )
  : [
      { theme: 'light', width: 1440, name: 'light' },
      { theme: 'dark', width: 1440, name: 'dark' },
    ];

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const portal = await startPortal();
  const browser = await launchBrowser();
  try {
    for (const look of looks) {
      const { page } = await openPortal(browser, portal.url, look);
      for (const [name, [address, landmark]] of Object.entries(pages)) {
        await page.goto(portal.url + address);
        await page.getByText(landmark, { exact: true }).first().waitFor();
        await page.waitForLoadState('networkidle');
        const file = path.join(folder, `${name}-${look.name}.png`);
        await page.screenshot({ path: file, fullPage: all });
        console.log(path.relative(root, file));
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
    await portal.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
