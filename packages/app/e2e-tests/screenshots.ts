import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { addresses } from './addresses';
import { launchBrowser, openPortal, type PageLook } from './browser';
import { walkGoldenPath } from './goldenPath';
import { startPortal } from './portal';
import { root } from './process';

// A dialog that fades in, and a sidebar that moves, are shown at the end of their way.
const AT_REST = { animations: 'disabled' } as const;

const all = process.argv.includes('--all');
// Names of pages after the options take only these; `golden-path` is the walk along one.
const WALK = 'golden-path';
const only = process.argv.slice(2).filter(name => !name.startsWith('--'));
// Pictures for looking at are not part of the repository.
const folder = path.join(root, all ? '.data/screenshots' : 'docs/images');

const documented = ['overview', 'services', 'service', 'card'];

/** Pictures of the walk that say little when they are cut off. */
const TALL: ReadonlySet<string> = new Set(['create-form', 'create-result']);

/** Each walk makes a service of its own. */
const SERVICES = [
  'parcel-quotes',
  'parcel-labels',
  'parcel-returns',
  'parcel-claims',
];

interface Look extends PageLook {
  name: string;
  /** As on paper. */
  print?: boolean;
  /** As where text runs from right to left. */
  rtl?: boolean;
}

const looks: Look[] = all
  ? [
      ...(['light', 'dark'] as const).flatMap(theme =>
        [1440, 480].map(width => ({ theme, width, name: `${theme}-${width}` })),
      ),
      { theme: 'dark', width: 794, name: 'print', print: true },
      { theme: 'light', width: 1440, name: 'rtl', rtl: true },
    ]
  : [
      { theme: 'light', width: 1440, name: 'light' },
      { theme: 'dark', width: 1440, name: 'dark' },
    ];

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const pages = Object.entries(addresses).filter(([name]) =>
    only.length ? only.includes(name) : all || documented.includes(name),
  );
  const walks = !only.length || only.includes(WALK);
  const portal = await startPortal();
  const browser = await launchBrowser();
  try {
    for (const look of looks) {
      const { page } = await openPortal(browser, portal.url, look);
      for (const [name, { address, landmark }] of pages) {
        await page.goto(portal.url + address);
        await page.getByText(landmark, { exact: true }).first().waitFor();
        await page.waitForLoadState('networkidle');
        if (look.rtl) {
          await page.evaluate(() => {
            document.documentElement.dir = 'rtl';
          });
        }
        if (look.print) await page.emulateMedia({ media: 'print' });
        const file = path.join(folder, `${name}-${look.name}.png`);
        await page.screenshot({ path: file, fullPage: all, ...AT_REST });
        await page.emulateMedia({ media: 'screen' });
        console.log(path.relative(root, file));
      }
      await page.context().close();
    }
    // Walks make services, which the other pages would show. They tell of their own words, not of paper or direction.
    const walked = looks.filter(look => walks && !look.print && !look.rtl);
    for (const [index, look] of walked.entries()) {
      const { page } = await openPortal(browser, portal.url, look);
      await walkGoldenPath(page, {
        portal,
        name: SERVICES[index],
        shoot: async name => {
          const file = path.join(folder, `${name}-${look.name}.png`);
          // A dialog stands in the window, not on the page.
          const fullPage = all && name.startsWith('create-');
          const height = TALL.has(name) && !all ? 1200 : 900;
          await page.setViewportSize({ width: look.width ?? 1440, height });
          await page.screenshot({ path: file, fullPage, ...AT_REST });
          await page.setViewportSize({
            width: look.width ?? 1440,
            height: 900,
          });
          console.log(path.relative(root, file));
        },
      });
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
