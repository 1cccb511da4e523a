import type { Knex } from 'knex';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { scorecardRecord } from '../__testUtils__/scorecardRecord';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { listHistory } from './history/listHistory';
import { listRecentChanges } from './history/listRecentChanges';
import { migrationsFolder } from './migrate';
import type { FullScorecardRecord } from './records';
import { sumMembers } from './rollUps/sumMembers';
import { toScorecardRows } from './rows';
import { replaceScopes } from './scopes/replaceScopes';
import { listScopeSnapshots } from './scopeSnapshots/listScopeSnapshots';
import { countResults } from './scorecards/countResults';
import { countScorecards } from './scorecards/countScorecards';
import { listScorecards } from './scorecards/listScorecards';
import { readScorecard } from './scorecards/readScorecard';
import { writeScorecards } from './scorecards/writeScorecards';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const COMPONENTS = 4_000;
const CHECKS = Array.from({ length: 12 }, (_, number) => `check-${number}`);
const BY_NAME = { field: 'name', descending: false } as const;
const page = { sort: BY_NAME, limit: 50 };

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

function scannedTables(plan: Plan): string[] {
  const own = plan['Relation Name'];
  const rest = (plan.Plans ?? []).flatMap(scannedTables);
  return own && plan['Node Type'] === 'Seq Scan' ? [own, ...rest] : rest;
}

function stored(number: number): FullScorecardRecord {
  const name = `service-${String(number).padStart(5, '0')}`;
  return scorecardRecord(name, {
    // Rows as long as those of a real catalog, which is what makes walks dear.
    description: 'Takes orders from partners. '.repeat(40),
    ownerRef: `group:default/team-${number % 200}`,
    results: CHECKS.map((check, at) => ({
      check,
      // The first fails everywhere, the second hardly anywhere.
      status: at === 0 || (number + at) % (at * 500) === 0 ? 'fail' : 'unknown',
      reason: 'missing',
      evidence: [],
    })),
  });
}

describe('Query plans of PostgreSQL', () => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect('PostgreSQL');
    await db.migrate.latest({ directory: migrationsFolder });
    const records = Array.from({ length: COMPONENTS }, (_, at) => stored(at));
    await writeScorecards(db, records.map(toScorecardRows));
    await replaceScopes(
      db,
      Array.from({ length: 200 }, (_, team) => ({
        entityRef: `group:default/team-${team}`,
        kind: 'group',
        title: `Team ${team}`,
        parentRef: null,
        members: records
          .filter((_record, at) => at % 200 === team)
          .map(({ entityRef }) => entityRef),
      })),
    );
    await db.batchInsert(
      'maturity_history',
      records.map(({ entityRef }, at) => ({
        entity_ref: entityRef,
        changed_at: at,
        definition_version: 'v1',
        new_definitions: false,
        changes: '{"levels":[],"checks":[]}',
      })),
      1_000,
    );
    const days = Array.from({ length: 90 }, (_, at) =>
      new Date(at * 86_400_000).toISOString().slice(0, 10),
    );
    await db.batchInsert(
      'maturity_snapshots',
      days.map(day => ({
        day,
        definition_version: 'v1',
        new_definitions: false,
        counts: '{}',
      })),
    );
    await db.batchInsert(
      'maturity_scope_snapshots',
      Array.from({ length: 200 }, (_, team) =>
        days.map(day => ({
          scope_ref: `group:default/team-${team}`,
          day,
          members_hash: '',
          counts: '{}',
        })),
      ).flat(),
      1_000,
    );
    await vacuum();
  });

  // Rows are marked as seen by all, which an index needs to answer alone, some time after they were committed: as
  // soon as no transaction of the server is older, and other tests have theirs.
  async function vacuum(): Promise<void> {
    let marked = false;
    while (!marked) {
      await db.raw('vacuum analyze');
      const { rows } = await db.raw(
        `select bool_and(relallvisible = relpages) as marked from pg_class
         where relkind = 'r' and relname like 'maturity\\_%'`,
      );
      marked = rows[0].marked;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Tables that the statements of some work read from their first row to their last. */
  async function tablesScanned(
    work: () => Promise<unknown>,
  ): Promise<string[]> {
    const statements: { sql: string; bindings: Knex.RawBinding[] }[] = [];
    const note = ({ sql, bindings }: (typeof statements)[number]) => {
      statements.push({ sql, bindings });
    };
    db.on('query', note);
    await work();
    db.removeListener('query', note);
    expect(statements.length).toBeGreaterThan(0);
    const scanned: string[] = [];
    for (const { sql, bindings } of statements) {
      const explain = `explain (format json) ${sql.replace(/\$\d+/g, '?')}`;
      const { rows } = await db.raw(explain, bindings);
      scanned.push(...scannedTables(rows[0]['QUERY PLAN'][0].Plan));
    }
    return scanned;
  }

  it('finds the table of a walk through all rows', async () => {
    const walk = () => db('maturity_results').where('status', 'like', '%x%');
    expect(await tablesScanned(walk)).toEqual(['maturity_results']);
  });

  const cursor = {
    direction: 'after',
    value: 'service-02000',
    entityRef: 'component:default/service-02000',
  } as const;
  const owners = ['group:default/team-7'];
  const failing = (check: string) => ({ check, statuses: ['fail'] } as const);

  it.each<[string, () => Promise<unknown>]>([
    [
      'one scorecard',
      () => readScorecard(db, 'component:default/service-00007'),
    ],
    ['a page by name', () => listScorecards(db, page)],
    ['the next page', () => listScorecards(db, { ...page, cursor })],
    [
      'the page before',
      () =>
        listScorecards(db, {
          ...page,
          cursor: { ...cursor, direction: 'before' },
        }),
    ],
    ['a page of an owner', () => listScorecards(db, { ...page, owners })],
    ['the total of an owner', () => countScorecards(db, { owners })],
    [
      'a page of what fails a check everywhere',
      () => listScorecards(db, { ...page, results: failing('check-0') }),
    ],
    [
      'a page of what fails a check hardly anywhere',
      () => listScorecards(db, { ...page, results: failing('check-1') }),
    ],
    [
      'the next page of what fails a check',
      () =>
        listScorecards(db, { ...page, cursor, results: failing('check-0') }),
    ],
    [
      'the total of what fails a check hardly anywhere',
      () => countScorecards(db, { results: failing('check-1') }),
    ],
    [
      'a page of a group',
      () => listScorecards(db, { ...page, scopes: owners }),
    ],
    ['the total of a group', () => countScorecards(db, { scopes: owners })],
    [
      'the roll-up and the leverage of a group',
      () =>
        sumMembers(
          db,
          { by: 'scope', scopes: owners },
          { definitions: createDefinitionSet(), visible: undefined },
        ),
    ],
    ['a search', () => listScorecards(db, { ...page, text: 'service-0123' })],
    [
      'history',
      () =>
        listHistory(db, {
          entityRef: 'component:default/service-00007',
          before: 9_999,
          limit: 50,
        }),
    ],
    [
      'what changed of late',
      () =>
        listRecentChanges(db, { since: 3_900, visible: undefined, limit: 500 }),
    ],
  ])('reads %s by an index', async (_, work) => {
    expect(await tablesScanned(work)).toEqual([]);
  });

  it('finds the days of one group among those of all', async () => {
    const scopeRef = 'group:default/team-7';
    const work = () =>
      listScopeSnapshots(db, { scopeRef, since: '1970-03-01' });
    // The days of the organization are few enough for one look.
    expect(await tablesScanned(work)).not.toContain('maturity_scope_snapshots');
  });

  it('counts the statuses of a check without a walk through all results', async () => {
    const work = () => countResults(db, 'check-1', undefined);
    expect(await tablesScanned(work)).not.toContain('maturity_results');
  });
});

describe('Query plans of SQLite', () => {
  it('read whole rows for a page only, whatever a filter lets through', async () => {
    const db = await databases.connect('SQLite');
    await db.migrate.latest({ directory: migrationsFolder });
    const plans: string[] = [];
    const work = async (list: () => Promise<unknown>) => {
      const statements: { sql: string; bindings: Knex.RawBinding[] }[] = [];
      const note = (query: (typeof statements)[number]) => {
        statements.push(query);
      };
      db.on('query', note);
      await list();
      db.removeListener('query', note);
      for (const { sql, bindings } of statements) {
        const rows: { detail: string }[] = await db.raw(
          `explain query plan ${sql}`,
          bindings,
        );
        plans.push(...rows.map(({ detail }) => detail));
      }
    };
    const filters = { tiers: [1, 2], types: ['service'] } as const;
    await work(() => listScorecards(db, { ...page, ...filters }));
    await work(() => countScorecards(db, filters));
    await work(() => listScorecards(db, { ...page, text: 'service-0123' }));
    await work(() => countScorecards(db, { text: 'service-0123' }));
    await work(() =>
      countScorecards(db, { results: { check: 'c', statuses: ['fail'] } }),
    );

    const ofScorecards = plans.filter(plan => /^(SCAN|SEARCH) s /.test(plan));
    expect(ofScorecards.length).toBeGreaterThan(5);
    expect(
      ofScorecards.filter(
        plan => !/COVERING INDEX|\(entity_ref=\?\)/.test(plan),
      ),
    ).toEqual([]);
  });
});
