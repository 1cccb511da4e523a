import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
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
const SWEEP_PROCESS = path.join(
  __dirname,
  '..',
  '__testUtils__',
  'sweepProcess.ts',
);
const INSTANTS = 20;

const names = Array.from({ length: 800 }, (_, index) => `svc-${index}`);
const BEFORE = [
  group('payments'),
  ...names.slice(0, 700).map(name => component(name)),
];
// Some are gone, some are new, all others change, and so do scopes.
const AFTER = [
  group('payments'),
  system('billing'),
  ...names.slice(50).map(name =>
    component(name, {
      spec: { system: 'billing' },
      annotations: { 'maturity/tier': '2' },
    }),
  ),
];

/** Sweeps in a process of its own, which is killed after a time, or ends by itself. Gives how long it swept. */
async function sweepInProcess(
  settings: Knex.Config,
  killAfterMs?: number,
): Promise<number> {
  const file = path.join(folder, 'entities.json');
  writeFileSync(file, JSON.stringify(AFTER));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', SWEEP_PROCESS, file, JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>(resolve => {
    child.once('close', () => resolve());
  });
  await new Promise<void>(resolve => {
    child.stdout.once('data', () => resolve());
  });
  const started = performance.now();
  if (killAfterMs !== undefined) {
    await Promise.race([pause(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - started;
}

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
    connection: path.join(folder, 'killed.sqlite'),
    useNullAsDefault: true,
  };
  return { db: knexFactory(settings), settings };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(ENGINES)('A killed sweep on %s', engine => {
  it(`ends in the same state when it is run again, at each of ${INSTANTS} instants`, async () => {
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
    const duration = await sweepInProcess(settings);
    const expected = await catalog.stored();
    const expectedHistory = await newHistory();
    expect(expectedHistory).toHaveLength(650);

    let interrupted = 0;
    for (let instant = 0; instant < INSTANTS; instant++) {
      await sweepOf(BEFORE);
      await newHistory();
      await sweepInProcess(settings, (duration * instant) / INSTANTS);
      const [{ status }] = await db('maturity_sweeps')
        .orderBy('id', 'desc')
        .limit(1);
      if (status === 'running') interrupted += 1;
      await sweepOf(AFTER);
      expect(await catalog.stored()).toEqual(expected);
      expect(await newHistory()).toEqual(expectedHistory);
    }
    // The first instants may come before the sweep, the last ones after it.
    expect(interrupted).toBeGreaterThan(INSTANTS / 4);
    if (engine === 'SQLite') await db.destroy();
  });
});
