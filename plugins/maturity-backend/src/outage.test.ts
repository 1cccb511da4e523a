import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { component, group } from './__testUtils__/entities';
import { LoopbackProxy } from './__testUtils__/LoopbackProxy';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import {
  type Engine,
  ENGINES,
  TestDatabases,
} from './__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-outage-'));
const SERVICES = 40;
const PATH = '/scorecards/component/default/svc-0';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database that a test can take away and give back. */
interface Breakable {
  db: Knex;
  /** Called once the plugin has connected. */
  prepare(): Promise<void>;
  take(): Promise<void>;
  giveBack(): Promise<void>;
  close(): Promise<void>;
}

async function breakablePostgres(): Promise<Breakable> {
  const direct = await databases.connect('PostgreSQL');
  const { host, port, user, database } = direct.client.connectionSettings;
  const proxy = new LoopbackProxy(Number(port));
  await proxy.open();
  const db = knexFactory({
    client: 'pg',
    connection: { host, port: proxy.port, user, database },
    pool: { min: 0, max: 5 },
    log: { warn: () => {} },
  });
  return {
    db,
    prepare: async () => {},
    take: () => proxy.cut(),
    giveBack: () => proxy.open(),
    close: async () => {
      await db.destroy();
      await proxy.cut();
    },
  };
}

// Another process that has locked the file, as a backup or a copy may. Where the file has a write-ahead log
// its readers go on even then, so this is a file on a drive that allows none.
async function breakableSqlite(): Promise<Breakable> {
  const filename = path.join(folder, 'outage.sqlite');
  const open = () =>
    knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
  const db = open();
  const other = open();
  // How long a statement waits for a lock, in milliseconds; five seconds when nothing is said.
  await db.raw('pragma busy_timeout = 50');
  return {
    db,
    prepare: async () => {
      await db.raw('pragma journal_mode = delete');
    },
    take: async () => {
      await other.raw('begin exclusive');
    },
    giveBack: async () => {
      await other.raw('rollback');
    },
    close: async () => {
      await other.destroy();
      await db.destroy();
    },
  };
}

function breakable(engine: Engine): Promise<Breakable> {
  switch (engine) {
    case 'SQLite':
      return breakableSqlite();
    case 'PostgreSQL':
      return breakablePostgres();
    default: {
      const unknown: never = engine;
      throw new Error(`There is no test engine "${unknown}".`);
    }
  }
}

describe.each(ENGINES)('A database that goes and comes back: %s', engine => {
  let database: Breakable;
  let portal: Portal;

  const services = (tier: string) => [
    group('payments'),
    ...Array.from({ length: SERVICES }, (_, index) =>
      component(`svc-${index}`, { annotations: { 'maturity/tier': tier } }),
    ),
  ];
  const tiers = async () => {
    const { status, body } = await portal.get('/scorecards?limit=500');
    expect(status).toBe(200);
    const all = body.items.map(({ tier }: { tier: number }) => tier);
    expect(all).toHaveLength(SERVICES);
    return [...new Set(all)];
  };
  const newest = async () => {
    const { body } = await portal.get('/sweeps?limit=2');
    return body.items;
  };
  /** The lease of a sweep that could not give it back has to expire. */
  const expireLease = () =>
    database.db('maturity_leases').update({ expires_at: 1 });

  beforeAll(async () => {
    database = await breakable(engine);
    const catalog = new TestCatalog(services('1'));
    // A refresh would wait for seconds that the catalog reads the entity again.
    catalog.mayRefresh = false;
    portal = await startPortal({ db: database.db, catalog });
    await database.prepare();
    await portal.sweep();
  });

  afterAll(async () => {
    await portal.stop();
    await database.close();
  });

  beforeEach(() => {
    portal.log.lines.length = 0;
    portal.catalog.onPage = async () => {};
  });

  it('answers 503 with a sentence while it is gone, and as before when it is back', async () => {
    const before = await portal.get(PATH);
    await database.take();
    for (const answer of [
      await portal.get(PATH),
      await portal.get('/scorecards'),
      await portal.get('/roll-ups?by=owner'),
      await portal.get('/sweeps'),
      await portal.post(`${PATH}/refresh`),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('10');
      expect(answer.body.error).toMatchObject({
        name: 'ServiceUnavailableError',
        message:
          'Scorecards cannot be read or written at the moment, because the database does not answer; ask again in a minute.',
      });
      expect(answer.text).not.toMatch(/127\.0\.0\.1|sqlite|select/);
    }
    await database.giveBack();

    const after = await portal.get(PATH);
    expect([after.status, after.body]).toEqual([200, before.body]);
  });

  it('makes a sweep that is under way fail, keeps what is stored, and lets the next one succeed', async () => {
    portal.catalog.entities = services('2');
    portal.catalog.onPage = async page => {
      if (page === 3) await database.take();
    };
    await portal.sweep();
    expect(portal.log.of('error')).toEqual([
      expect.stringMatching(
        /^The sweep failed: .*The stored scorecards stay as they are\.$/s,
      ),
      expect.stringMatching(/^How sweep \d+ ended could not be stored/),
    ]);
    await database.giveBack();
    expect(await tiers()).toEqual([1]);

    portal.catalog.onPage = async () => {};
    await expireLease();
    await portal.sweep();
    const [now, broken] = await newest();
    expect(now).toMatchObject({ status: 'succeeded', written: SERVICES });
    expect(broken.status).toBe('failed');
    expect(await tiers()).toEqual([2]);
  });

  // SQLite has one writer, which nobody can take the file from before its transaction ends.
  if (engine === 'PostgreSQL') {
    it('makes a sweep that is writing fail without half a scorecard', async () => {
      portal.catalog.entities = services('3');
      let statements = 0;
      const onQuery = ({ sql }: { sql: string }) => {
        if (!sql.includes('maturity_track_scores')) return;
        statements += 1;
        // Other statements of the same transaction are to follow.
        if (statements === 1) database.take().catch(() => {});
      };
      database.db.on('query', onQuery);
      await portal.sweep();
      database.db.removeListener('query', onQuery);
      expect(statements).toBeGreaterThan(0);
      await database.giveBack();
      expect(portal.log.of('error')[0]).toMatch(/^The sweep failed: /);
      expect(await tiers()).toEqual([2]);

      await expireLease();
      await portal.sweep();
      expect(await tiers()).toEqual([3]);
    });
  }

  it('lets a sweep not even begin while it is gone', async () => {
    portal.catalog.entities = services('4');
    await database.take();
    await portal.sweep();
    expect(portal.log.of('error')).toEqual([
      expect.stringMatching(
        /^The sweep could not begin, and the next one tries again: /,
      ),
    ]);
    await database.giveBack();
    await portal.sweep();
    expect(await tiers()).toEqual([4]);
  });
});
