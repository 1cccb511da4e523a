import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, root, until } from './process';

// Entities that only one test file wants.
const EXTRA = 'extra.yaml';
const SERVICES = 'services';

/** A portal that runs for one test file: what `npm start` starts, with files and a port of its own. */
export interface Portal {
  url: string;
  /** Folder that holds a private copy of the catalog files; tests may edit them. */
  catalog: string;
  /** Folder that services are published into. */
  services: string;
  /** The last of what it printed. */
  log(): string;
  /** Token of the guest user. */
  token(): Promise<string>;
  /** GET of the maturity API as the guest. */
  get(route: string): Promise<any>;
  stop(): Promise<void>;
}

interface ConfigOptions {
  url: string;
  port: number;
  catalog: string;
}

function configFor({ url, port, catalog }: ConfigOptions): string {
  return JSON.stringify({
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    catalog: {
      locations: ['examples/all.yaml', 'catalog-info.yaml', EXTRA].map(
        file => ({
          type: 'file',
          target: path.join(catalog, file),
        }),
      ),
    },
    maturity: {
      local: { root: path.join(catalog, SERVICES) },
      sweep: { frequency: { seconds: 5 }, initialDelay: { seconds: 1 } },
    },
  });
}

/**
 * Starts the portal and waits until every component of the demo organization is scored.
 *
 * @param extra - text of a catalog file that this portal has besides the demo organization
 */
export async function startPortal(extra = ''): Promise<Portal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'maturity-portal-'));
  for (const part of ['examples', 'templates', 'catalog-info.yaml']) {
    await cp(path.join(root, part), path.join(folder, part), {
      recursive: true,
    });
  }
  await writeFile(path.join(folder, EXTRA), extra);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = path.join(folder, 'app-config.test.yaml');
  await writeFile(config, configFor({ url, port, catalog: folder }));

  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts', 'start.mjs'), '--config', config],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      log = (log + chunk).slice(-20_000);
    });
  }

  async function token(): Promise<string> {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
    const session = await response.json();
    return session.backstageIdentity.token;
  }

  async function get(route: string): Promise<any> {
    const response = await fetch(`${url}/api/maturity${route}`, {
      headers: { Authorization: `Bearer ${await token()}` },
    });
    if (!response.ok) {
      throw new Error(
        `"${route}" answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.json();
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
    // The catalog fills up step by step: the number of scorecards must have come to rest.
    let before = -1;
    const alive = () => child.exitCode === null;
    await until(
      'The first sweep',
      async () => {
        const { totalItems } = await get('/scorecards?limit=1');
        const settled = totalItems >= 45 && totalItems === before;
        before = totalItems;
        if (!settled) await pause(6000);
        return settled || undefined;
      },
      { seconds: 120, alive },
    );
  } catch (error) {
    await stop();
    throw new Error(`${error}\nThe backend's last words:\n${log}`);
  }
  const services = path.join(folder, SERVICES);
  return { url, catalog: folder, services, log: () => log, token, get, stop };
}
