import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  ScorecardPage,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import knexFactory, { type Knex } from 'knex';
import { bundleProcess } from './__testUtils__/bundleProcess';
import { component, group } from './__testUtils__/entities';
import { HttpCatalog, listen } from './__testUtils__/HttpCatalog';
import { PortalChild } from './__testUtils__/PortalChild';
import { TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(240_000);

const databases = TestDatabases.create();
const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-replicas-'));
const SERVICES = 40;
/** A lease, a poll, and the time that a busy machine needs for a sweep. */
const TAKE_OVER_SECONDS = 20;

/** A state of the catalog: everything says of itself in which version it was read. */
function version(tier: number): Entity[] {
  return [
    group('payments'),
    ...Array.from({ length: SERVICES }, (_, index) => {
      const entity = component(`svc-${index}`, {
        annotations: { 'maturity/tier': String(tier) },
      });
      const etag = `${tier}`;
      return { ...entity, metadata: { ...entity.metadata, etag } };
    }),
  ];
}

async function freePort(): Promise<number> {
  const server = http.createServer();
  const port = await listen(server);
  await new Promise(resolve => server.close(resolve));
  return port;
}

const all = '/scorecards?limit=500';
const isVersion = (tier: number) => (page: ScorecardPage) =>
  page.items.length === SERVICES &&
  page.items.every(item => item.tier === tier);

let bundle: string;
let catalog: HttpCatalog;
let catalogPort: number;
const children: PortalChild[] = [];

async function start(name: string, database: JsonObject): Promise<PortalChild> {
  const port = await freePort();
  const options = { name, bundle, folder, port, catalogPort, database };
  const child = new PortalChild(options);
  children.push(child);
  return child;
}

beforeAll(async () => {
  bundle = bundleProcess('runPortal');
  ({ catalog, port: catalogPort } = await HttpCatalog.start());
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map(child => child.exited));
  await catalog.stop();
  rmSync(bundle, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Stops a portal in the middle of a sweep and gives what it left behind. */
async function shutDown(child: PortalChild, db: Knex) {
  const held = catalog.hold();
  catalog.entities = version(2);
  await held;
  const started = performance.now();
  child.kill('SIGTERM');
  await child.exited;
  const seconds = (performance.now() - started) / 1_000;
  catalog.release();
  const sweep = await db('maturity_sweeps').orderBy('id', 'desc').first();
  const lease = await db('maturity_leases').where({ name: 'sweep' }).first();
  return { seconds, sweep, holder: lease.holder };
}

const STOPPED = {
  status: 'failed',
  error: 'The backend was shut down, and the sweep was stopped before its end.',
};

describe('Two processes on one PostgreSQL', () => {
  let db: Knex;
  let replicas: Map<string, PortalChild>;

  beforeAll(async () => {
    catalog.entities = version(1);
    db = await databases.connect('PostgreSQL');
    const { host, port, user, database } = db.client.connectionSettings;
    const settings = {
      client: 'pg',
      connection: { host, port, user, database },
      pluginDivisionMode: 'schema',
    };
    // The owner of schemas in a database is made by the first process that comes.
    await db.raw('create schema if not exists maturity');
    replicas = new Map([
      ['one', await start('one', settings)],
      ['two', await start('two', settings)],
    ]);
    await db.raw('select 1');
    db = knexFactory({
      client: 'pg',
      connection: { host, port, user, database },
      searchPath: ['maturity'],
      pool: { min: 0, max: 2 },
    });
  });

  afterAll(() => db.destroy());

  const others = (name: string): PortalChild => {
    const [other] = [...replicas].filter(([each]) => each !== name);
    return other[1];
  };

  it('both answer and refresh while one sweeps', async () => {
    for (const replica of replicas.values()) {
      await replica.until(all, isVersion(1));
    }
    await pause(3_000);
    const [one, two] = replicas.values();
    const statuses = await Promise.all(
      [one, two, one, two].map((each, index) =>
        each.refresh(`component/default/svc-${index % 2}`),
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200]);
    // A sweep that had to be fenced off would be among the failed ones.
    const sweeps: { status: string }[] = await db('maturity_sweeps');
    expect(sweeps.filter(({ status }) => status === 'failed')).toEqual([]);
    for (const { log } of replicas.values()) {
      expect(log).not.toMatch(/The sweep (failed|did not end|could not)/);
    }
  });

  it('let nothing of a sweep count that stood still for longer than its lease', async () => {
    const held = catalog.hold();
    catalog.entities = version(2);
    const name = await held;
    const still = replicas.get(name);
    const other = others(name);
    still?.kill('SIGSTOP');
    catalog.entities = version(3);
    catalog.release({ but: name });
    await other.until(all, isVersion(3), TAKE_OVER_SECONDS);

    catalog.release();
    still?.kill('SIGCONT');
    await other.until<SweepList>('/sweeps?limit=100', ({ items }) =>
      items.some(({ status }) => status === 'failed'),
    );
    await pause(2_000);
    expect(still?.log).toMatch(
      /Another process has taken over|may not write any more/,
    );
    expect(other.log).toContain('this process takes over');
    for (const replica of replicas.values()) {
      await replica.until(all, isVersion(3), 1);
    }
  });

  it('go on with the sweep of the other one when it is killed', async () => {
    const held = catalog.hold();
    catalog.entities = version(4);
    const name = await held;
    const started = performance.now();
    replicas.get(name)?.kill('SIGKILL');
    catalog.release();
    const other = others(name);
    // The stored state is served all the time.
    expect((await other.get(all)).status).toBe(200);
    await other.until(all, isVersion(4), TAKE_OVER_SECONDS);

    const seconds = (performance.now() - started) / 1_000;
    expect(seconds).toBeGreaterThan(2);
    replicas.delete(name);
  });

  it('end within 5 seconds in the middle of a sweep', async () => {
    const [last] = replicas.values();
    const { seconds, sweep, holder } = await shutDown(last, db);
    expect(seconds).toBeLessThan(5);
    expect(sweep).toMatchObject(STOPPED);
    expect(holder).toBeNull();
  });
});

describe('A process on a SQLite file', () => {
  it('ends within 5 seconds in the middle of a sweep', async () => {
    catalog.entities = version(1);
    const settings = {
      client: 'better-sqlite3',
      connection: { directory: folder },
    };
    const portal = await start('three', settings);
    await portal.until(all, isVersion(1));
    const db = knexFactory({
      client: 'better-sqlite3',
      connection: path.join(folder, 'maturity.sqlite'),
      useNullAsDefault: true,
    });
    const { seconds, sweep, holder } = await shutDown(portal, db);
    await db.destroy();
    expect(seconds).toBeLessThan(5);
    expect(sweep).toMatchObject(STOPPED);
    expect(holder).toBeNull();
  });
});
