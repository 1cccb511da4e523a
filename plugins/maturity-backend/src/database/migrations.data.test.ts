import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { migrationsFolder } from './migrate';
import { readScorecard } from './scorecards/readScorecard';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const directory = migrationsFolder;
const migrations = readdirSync(directory).sort();
const EARLIER = new Date('2026-01-05T06:07:08.000Z');

/** The rows of one scorecard as the first schema held them. */
async function insertFirst(db: Knex, name: string): Promise<void> {
  const ref = `component:default/${name}`;
  const columns = await db('maturity_scorecards').columnInfo();
  const row = {
    entity_ref: ref,
    kind: 'component',
    namespace: 'default',
    name,
    title: name,
    sort_name: name,
    search_text: `${name}\n${name}\n${ref}`,
    description: null,
    type: 'service',
    lifecycle: 'production',
    tier: 3,
    owner_ref: 'group:default/payments',
    system_ref: null,
    stage: 'starting',
    stage_rank: 1,
    target: 'devops',
    notes: '[]',
    overall: 12.5,
    definition_version: 'first',
    input_hash: null,
    content_hash: `first-${name}`,
    evaluated_at: EARLIER,
    passed: '|tier-declared|',
    results: JSON.stringify({
      results: [
        [
          'tier-declared',
          'p',
          'declared',
          1,
          [[3, 'maturity/tier', '3', null]],
        ],
        [
          'runbook-linked',
          'f',
          'missing',
          { sources: ['maturity/runbook'] },
          [],
        ],
      ],
      notApplicable: [['tier', ['slo-defined']]],
    }),
  };
  await db('maturity_scorecards').insert(
    Object.fromEntries(
      Object.entries(row).filter(([column]) => Object.hasOwn(columns, column)),
    ),
  );
  await db('maturity_track_scores').insert({
    entity_ref: ref,
    track: 'sre',
    level: 0,
    achievable: 1,
    score: 20,
    coverage: 90,
    proven: 0,
    next: '["runbook-linked"]',
  });
  await db('maturity_results').insert({
    entity_ref: ref,
    check_id: 'runbook-linked',
    status: 'fail',
  });
  await db('maturity_scope_members').insert({
    scope_ref: 'group:default/payments',
    entity_ref: ref,
  });
}

/** The rows that each schema added, by the name of its migration. */
const ADDED: Readonly<Record<string, (db: Knex) => Promise<void>>> = {
  '20261123000000_init.js': async db => {
    await insertFirst(db, 'kept');
    await insertFirst(db, 'gone');
    await db('maturity_scopes').insert({
      entity_ref: 'group:default/payments',
      kind: 'group',
      title: 'Team payments',
      parent_ref: null,
    });
    await db('maturity_sweeps').insert({
      started_at: EARLIER,
      finished_at: EARLIER,
      status: 'succeeded',
      total: 2,
      evaluated: 2,
      written: 2,
    });
    await db('maturity_state').insert({ key: 'advice', value: '{"old":1}' });
  },
  '20261123220000_incremental.js': async db => {
    await db('maturity_inputs').insert({
      entity_ref: 'component:default/kept',
      input_hash: 'old',
      questions: '["node group:default/payments"]',
      next_change: null,
      evaluated_at: EARLIER.getTime(),
    });
    await db('maturity_history').insert({
      entity_ref: 'component:default/kept',
      changed_at: EARLIER.getTime(),
      definition_version: 'first',
      new_definitions: false,
      changes: '{"results":[]}',
    });
    await db('maturity_snapshots').insert({
      day: '2026-01-05',
      definition_version: 'first',
      new_definitions: false,
      counts: '{}',
    });
    await db('maturity_state').insert({ key: 'fence', value: '1' });
  },
};

const TABLES = ['maturity_scorecards', 'maturity_track_scores'];
const LATER_TABLES = ['maturity_history', 'maturity_snapshots'];

async function countRows(db: Knex, tables: readonly string[]) {
  const counts = await Promise.all(
    tables.map(async table => (await db(table).select('*')).length),
  );
  return counts;
}

describe.each(ENGINES)('Migrating stored data on %s', engine => {
  const steps = migrations.slice(0, -1).map((name, index) => ({
    name,
    steps: index + 1,
  }));

  it.each(steps)(
    'goes from $name to the newest schema and back',
    async from => {
      const db = await databases.connect(engine);
      const known = migrations.slice(0, from.steps);
      for (const name of known) {
        await db.migrate.up({ directory });
        await ADDED[name]?.(db);
      }
      const hasHistory = from.steps > 1;
      const kept = hasHistory ? [...TABLES, ...LATER_TABLES] : TABLES;
      const before = await countRows(db, kept);
      expect(before.every(count => count > 0)).toBe(true);

      await db.migrate.latest({ directory });
      expect(await countRows(db, kept)).toEqual(before);
      expect(await readScorecard(db, 'component:default/kept')).toMatchObject({
        tier: 3,
        stage: 'starting',
        evaluatedAt: EARLIER.getTime(),
        tracks: { sre: { score: 20, next: ['runbook-linked'] } },
        results: [
          { check: 'tier-declared', status: 'pass', reason: 'declared' },
          { check: 'runbook-linked', status: 'fail' },
          { check: 'slo-defined', status: 'not-applicable' },
        ],
      });

      // The next sweep makes of it what it makes of an empty database.
      const entities = [group('payments'), component('kept'), component('new')];
      const catalog = await SweptCatalog.create(db);
      catalog.entities = entities;
      expect(await catalog.sweep()).toMatchObject({
        written: 2,
        removed: 1,
      });
      const scratch = await SweptCatalog.create(
        await databases.connect(engine),
      );
      scratch.entities = entities;
      await scratch.sweep();
      expect(await catalog.stored()).toEqual(await scratch.stored());
      expect((await catalog.sweep()).evaluated).toBe(0);
      const history = await db('maturity_history').where(
        'definition_version',
        '<>',
        'first',
      );
      expect(history.map(({ entity_ref }) => entity_ref)).toEqual([
        'component:default/kept',
      ]);

      // The snapshot of an earlier day is as it was; what was not counted then is not made up.
      const earlier = await db('maturity_snapshots').where('day', '2026-01-05');
      expect(earlier.map(({ counts, signals }) => [counts, signals])).toEqual(
        hasHistory ? [['{}', null]] : [],
      );

      // Back to where it came from, where an older version of the plugin goes on, and up again.
      const swept = await countRows(db, kept);
      for (let step = migrations.length; step > from.steps; step--) {
        await db.migrate.down({ directory });
      }
      expect(await db.migrate.currentVersion({ directory })).toBe(
        from.name.replace(/_.*$/, ''),
      );
      expect(await countRows(db, kept)).toEqual(swept);
      await db.migrate.latest({ directory });
      expect(await countRows(db, kept)).toEqual(swept);
      await catalog.sweep();
      expect(await catalog.stored()).toEqual(await scratch.stored());
    },
  );
});
