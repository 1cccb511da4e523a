import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { bundleProcess } from '../__testUtils__/bundleProcess';
import { component, group, system } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import {
  type Engine,
  ENGINES,
  TestDatabases,
} from '../__testUtils__/TestDatabases';

jest.setTimeout(600_000);

const databases = TestDatabases.create();
const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-killed-'));
let bundle: string;
// Over all of the catalog, or after what has changed alone.
const WAYS = ['sweeps', 'follows changes'] as const;
const INSTANTS = { sweeps: 20, 'follows changes': 10 };

const names = Array.from({ length: 320 }, (_, index) => `svc-${index}`);
const BEFORE = [
  group('payments'),
  ...names.slice(0, 280).map(name => component(name)),
];
// Some are gone, some are new, all others change, and so do scopes.
const AFTER = [
  group('payments'),
  system('billing'),
  ...names.slice(20).map(name =>
    component(name, {
      spec: { system: 'billing' },
      annotations: { 'maturity/tier': '2' },
    }),
  ),
];

/** A process that is ready to sweep, and sweeps when it is told to. */
class Sweeper {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #ended: Promise<void>;
  readonly #ready: Promise<void>;

  constructor(settings: Knex.Config, way: (typeof WAYS)[number]) {
    const files = [AFTER, BEFORE].map((entities, at) => {
      const file = path.join(folder, `${at}.json`);
      writeFileSync(file, JSON.stringify(entities));
      return file;
    });
    if (way === 'sweeps') files.pop();
    this.#child = spawn(
      process.execPath,
      [bundle, JSON.stringify(settings), ...files],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {
          ...process.env,
          NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
        },
      },
    );
    this.#ended = new Promise(resolve => {
      this.#child.once('close', () => resolve());
    });
    this.#ready = this.#word();
  }

  /** Sweeps until it is killed after a time, or ends by itself. Gives how long it swept. */
  async sweep(killAfterMs?: number): Promise<number> {
    await this.#ready;
    const begun = this.#word();
    this.#child.stdin.write('go\n');
    await begun;
    const started = performance.now();
    if (killAfterMs !== undefined) {
      await Promise.race([pause(killAfterMs), this.#ended]);
      this.#child.kill('SIGKILL');
    }
    await this.#ended;
    return performance.now() - started;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #word(): Promise<void> {
    return new Promise(resolve => {
      this.#child.stdout.once('data', () => resolve());
    });
  }
}

/** A line for each row: quicker to compare than thousands of objects, each of them many times. */
function textOf(stored: Record<string, unknown>): string {
  return Object.entries(stored)
    .flatMap(([table, rows]) =>
      [rows].flat().map(row => `${table} ${JSON.stringify(row)}`),
    )
    .join('\n');
}

// Numbers of sweeps only grow, and a lease belongs to a process.
const NOT_RESTORED = ['maturity_sweeps', 'maturity_leases'];

/** What is stored at one moment, which can be brought back: quicker than sweeping to it again. */
class Stored {
  private constructor(
    private readonly db: Knex,
    readonly tables: readonly string[],
  ) {}

  static async keep(db: Knex, engine: Engine): Promise<Stored> {
    const rows: { name: string }[] =
      engine === 'PostgreSQL'
        ? await db('pg_tables')
            .where('schemaname', 'public')
            .select('tablename as name')
        : await db('sqlite_master').where('type', 'table').select('name');
    const tables = rows
      .map(({ name }) => name)
      .filter(name => name.startsWith('maturity_'))
      .filter(name => !NOT_RESTORED.includes(name));
    for (const table of tables) {
      await db.raw(`create table kept_${table} as select * from ${table}`);
    }
    return new Stored(db, tables);
  }

  async restore(): Promise<void> {
    await this.db.transaction(async tx => {
      for (const table of this.tables) {
        await tx(table).delete();
        await tx.raw(`insert into ${table} select * from kept_${table}`);
      }
    });
  }
}

let databaseNumber = 0;

async function connect(
  engine: Engine,
): Promise<{ db: Knex; settings: Knex.Config }> {
  if (engine === 'PostgreSQL') {
    const db = await databases.connect(engine);
    const { client, connection } = db.client.config;
    return { db, settings: { client, connection } };
  }
  const settings: Knex.Config = {
    client: 'better-sqlite3',
    connection: path.join(folder, `killed-${databaseNumber++}.sqlite`),
    useNullAsDefault: true,
  };
  return { db: knexFactory(settings), settings };
}

beforeAll(() => {
  bundle = bundleProcess('sweepProcess', { packages: 'bundled' });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundle, { force: true });
});

const KILLED = ENGINES.flatMap(engine =>
  WAYS.map(way => [engine, way] as const),
);

describe.each(KILLED)(
  'A process that is killed on %s while it %s',
  (engine, way) => {
    it(`leaves what ends in the same state when it is run again, at each of ${INSTANTS[way]} instants`, async () => {
      const { db, settings } = await connect(engine);
      const catalog = await SweptCatalog.create(db);
      const sweepOf = async (entities: typeof BEFORE) => {
        catalog.entities = entities;
        await catalog.sweep();
      };
      const newHistory = async () => {
        const rows = await db('maturity_history')
          .orderBy('entity_ref')
          .select('entity_ref', 'definition_version', 'changes');
        await db('maturity_history').delete();
        return rows;
      };

      await sweepOf(BEFORE);
      await newHistory();
      const before = await Stored.keep(db, engine);
      expect(before.tables.length).toBeGreaterThan(8);
      const duration = await new Sweeper(settings, way).sweep();
      // Whoever follows changes leaves the advice to the next sweep.
      await sweepOf(AFTER);
      const expected = textOf(await catalog.stored());
      const expectedHistory = await newHistory();
      expect(expectedHistory).toHaveLength(260);

      const instants = INSTANTS[way];
      let interrupted = 0;
      // One loads its code while the last one is looked at.
      let next = new Sweeper(settings, way);
      for (let instant = 0; instant < instants; instant++) {
        const sweeper = next;
        next = new Sweeper(settings, way);
        await before.restore();
        await sweeper.sweep((duration * instant) / instants);
        const [{ status }] = await db('maturity_sweeps')
          .orderBy('id', 'desc')
          .limit(1);
        if (status === 'running') interrupted += 1;
        await sweepOf(AFTER);
        expect(textOf(await catalog.stored())).toBe(expected);
        expect(await newHistory()).toEqual(expectedHistory);
      }
      await next.kill();
      // The first instants may come before the sweep, the last ones after it.
      expect(interrupted).toBeGreaterThan(instants / 4);
      if (engine === 'SQLite') await db.destroy();
    });
  },
);
