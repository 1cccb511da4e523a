import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPortal, type PageLook } from './browser';
import { freePort, root, until } from './process';

/** The plugin's development app: its legacy entry point over a sample, and every part in every state. */
export interface Harness {
  url: string;
  stop(): Promise<void>;
}

/** Serves `plugins/maturity/dev` on loopback and waits until it is compiled. */
export async function startHarness(): Promise<Harness> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'maturity-harness-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = path.join(folder, 'app-config.test.yaml');
  const listen = { host: '127.0.0.1', port };
  await writeFile(config, JSON.stringify({ app: { baseUrl: url, listen } }));
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', '.bin', 'backstage-cli'),
      'package',
      'start',
      '--config',
      path.join(root, 'app-config.yaml'),
      '--config',
      config,
    ],
    {
      cwd: path.join(root, 'plugins', 'maturity'),
      env: { ...process.env, NODE_ENV: 'development', BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      log = (log + chunk).slice(-20_000);
    });
  }

  async function stop(): Promise<void> {
    if (child.exitCode === null) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(timer);
    }
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await until(
      'The development app of the plugin',
      async () => {
        const page = await (await fetch(url)).text();
        // The server answers as soon as it listens, and names the script once that is compiled.
        const script = /<script[^>]+src="([^"]+\.js)"/.exec(page)?.[1];
        return script && (await fetch(new URL(script, url))).ok
          ? script
          : undefined;
      },
      { seconds: 300, alive: () => child.exitCode === null },
    );
  } catch (error) {
    await stop();
    throw new Error(`${error}\nThe server's last words:\n${log}`);
  }
  return { url, stop };
}

/** Opens the development app. It has no backend, so its guest needs no identity. */
export async function openHarness(
  browser: Browser,
  { url }: Harness,
  look?: PageLook,
): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPortal(browser, url, look);
  await opened.page.addInitScript(() => {
    window.localStorage.setItem('enableLegacyGuestToken', 'true');
  });
  return opened;
}
