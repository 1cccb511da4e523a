import chromium from '@sparticuz/chromium';
import {
  chromium as playwright,
  type Browser,
  type Page,
} from 'playwright-core';

// The package's arguments are made for a machine that allows one process only, in which mode closing a context
// hangs, and for pages that draw with WebGL: a graphics card in software costs more than painting without one.
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const args = chromium.args.filter(arg => !UNWANTED.includes(arg));

/**
 * Chromium from the npm registry, or the one that `MATURITY_TEST_CHROMIUM` names. It has no network
 * beyond loopback to look for.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.MATURITY_TEST_CHROMIUM;
  return playwright.launch({
    executablePath: own || (await chromium.executablePath()),
    headless: true,
    args: [
      ...(own ? ['--no-sandbox'] : args),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How a page is opened: viewport and theme. */
export interface PageLook {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** Whether the guest has signed in before; by default true. */
  signedIn?: boolean;
}

/** Opens the portal, signed in as the guest unless told otherwise. Errors of the page are collected in `errors`. */
export async function openPortal(
  browser: Browser,
  url: string,
  look: PageLook = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.theme ?? 'light',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  await context.addInitScript(
    ({ theme, signedIn }) => {
      // The choice that the guest sign-in and the theme switch leave behind.
      if (signedIn) {
        window.localStorage.setItem(
          '@backstage/core:SignInPage:provider',
          'guest',
        );
      }
      window.localStorage.setItem('theme', theme);
    },
    { theme: look.theme ?? 'light', signedIn: look.signedIn ?? true },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // The first page of a development server is compiled when it is asked for.
  await page.goto(`${url}/maturity`, { timeout: 90_000 });
  return { page, errors };
}
