import fc from 'fast-check';
import type { Knex } from 'knex';
import { randomSets } from '../../__testUtils__/randomSets';
import { scorecardRecord } from '../../__testUtils__/scorecardRecord';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { pruneHistory } from '../history/pruneHistory';
import { migrationsFolder } from '../migrate';
import type { FullScorecardRecord, ScopeWithMembers } from '../records';
import { toScorecardRows } from '../rows';
import { writeScorecards } from '../scorecards/writeScorecards';
import { replaceScopes } from '../scopes/replaceScopes';
import { recordSnapshot } from '../snapshots/recordSnapshot';
import { listScopeSnapshots } from './listScopeSnapshots';
import { readMembership } from './readMembership';
import { recordScopeSnapshots } from './recordScopeSnapshots';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-03-01T08:00:00Z');
const TEAM = 'group:default/team';
const TRACKS = ['devops', 'sre'];

function day(number: number): string {
  return new Date(FIRST + number * DAY_MS).toISOString().slice(0, 10);
}

function scope(ref: string, members: readonly string[]): ScopeWithMembers {
  return {
    entityRef: ref,
    kind: ref.split(':')[0],
    title: ref,
    parentRef: null,
    members: members.map(name => `component:default/${name}`),
  };
}

function atLevel(
  name: string,
  level: number | null,
  changes: Partial<FullScorecardRecord> = {},
): FullScorecardRecord {
  const record = scorecardRecord(name, changes);
  const { devops } = record.tracks;
  return { ...record, tracks: { devops: { ...devops, level } } };
}

/** What was counted, as plain objects. */
async function trend(db: Knex, scopeRef: string, since = day(0)) {
  const found = await listScopeSnapshots(db, { scopeRef, since });
  return found.map(({ day: at, stages, tracks }) => [
    at,
    {
      ...Object.fromEntries(stages),
      ...Object.fromEntries(
        Array.from(tracks, ([track, levels]) => [
          track,
          Object.fromEntries(levels),
        ]),
      ),
    },
  ]);
}

describe.each(ENGINES)('Snapshots of scopes on %s', engine => {
  let db: Knex;

  beforeEach(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
  });

  async function count(number: number, definitionVersion = 'v1') {
    const now = FIRST + number * DAY_MS;
    await recordSnapshot(db, { now, definitionVersion });
    await recordScopeSnapshots(db, { day: day(number) });
  }
  const write = (...records: FullScorecardRecord[]) =>
    writeScorecards(db, records.map(toScorecardRows));
  const rows = (): Promise<{ scope_ref: string; day: string }[]> =>
    db('maturity_scope_snapshots')
      .select('scope_ref', 'day')
      .orderBy(['scope_ref', 'day']);

  it('count what each group, system and domain holds, and nothing of people', async () => {
    await write(
      atLevel('a', 2),
      atLevel('b', 2, { stage: 'sre' }),
      atLevel('c', null, { stage: null, lifecycle: 'deprecated' }),
    );
    await replaceScopes(db, [
      scope('domain:default/money', ['a', 'b']),
      scope('group:default/company', ['a', 'b', 'c']),
      scope('group:default/empty', []),
      scope(TEAM, ['b', 'c', 'without-a-scorecard']),
      scope('system:default/shop', ['c']),
      scope('user:default/ada', ['a']),
    ]);
    await count(0);

    expect(await trend(db, 'domain:default/money')).toEqual([
      [day(0), { starting: 1, sre: 1, devops: { 2: 2 } }],
    ]);
    expect(await trend(db, 'group:default/company')).toEqual([
      [day(0), { starting: 1, sre: 1, leaving: 1, devops: { 2: 2, none: 1 } }],
    ]);
    expect(await trend(db, TEAM)).toEqual([
      [day(0), { sre: 1, leaving: 1, devops: { 2: 1, none: 1 } }],
    ]);
    expect(await trend(db, 'system:default/shop')).toEqual([
      [day(0), { leaving: 1, devops: { none: 1 } }],
    ]);
    expect((await rows()).map(row => row.scope_ref)).toEqual([
      'domain:default/money',
      'group:default/company',
      TEAM,
      'system:default/shop',
    ]);
  });

  it('are one row for each change, which holds until the next', async () => {
    await write(atLevel('a', 1), atLevel('b', 1));
    await replaceScopes(db, [
      scope('group:default/other', ['b']),
      scope(TEAM, ['a']),
    ]);
    await count(0);
    await count(1);
    await write(atLevel('a', 3));
    await count(2);
    await write(atLevel('a', 4));
    await count(2);
    await count(4, 'v2');

    expect(await rows()).toEqual([
      { scope_ref: 'group:default/other', day: day(0) },
      { scope_ref: TEAM, day: day(0) },
      { scope_ref: TEAM, day: day(2) },
    ]);
    const levels = (level: number) => ({ starting: 1, devops: { [level]: 1 } });
    expect(await trend(db, TEAM)).toEqual([
      [day(0), levels(1)],
      [day(1), levels(1)],
      [day(2), levels(4)],
      [day(4), levels(4)],
    ]);
    expect(await trend(db, TEAM, day(1))).toEqual([
      [day(1), levels(1)],
      [day(2), levels(4)],
      [day(4), levels(4)],
    ]);
    const marked = await listScopeSnapshots(db, {
      scopeRef: TEAM,
      since: day(2),
    });
    expect(
      marked.map(one => [one.definitionVersion, one.newDefinitions]),
    ).toEqual([
      ['v1', false],
      ['v2', true],
    ]);
  });

  it('begin on the first day with a component, and know when the components are others', async () => {
    await write(atLevel('a', 1), atLevel('b', 1));
    await replaceScopes(db, [scope(TEAM, [])]);
    await count(0);
    expect(await trend(db, TEAM)).toEqual([]);
    await replaceScopes(db, [scope(TEAM, ['a'])]);
    await count(1);
    await replaceScopes(db, [scope(TEAM, ['b'])]);
    await count(2);

    const found = await listScopeSnapshots(db, {
      scopeRef: TEAM,
      since: day(0),
    });
    expect(found.map(one => one.day)).toEqual([day(1), day(2)]);
    const now = await readMembership(db, {
      scopeRef: TEAM,
      visible: undefined,
    });
    expect(found.map(({ membersHash }) => membersHash === now?.hash)).toEqual([
      false,
      true,
    ]);
  });

  it('are not misled by a clock that was set back', async () => {
    await write(atLevel('a', 1));
    await replaceScopes(db, [scope(TEAM, ['a'])]);
    await count(5);
    await write(atLevel('a', 2));
    await count(3);

    expect(await rows()).toEqual([
      { scope_ref: TEAM, day: day(3) },
      { scope_ref: TEAM, day: day(5) },
    ]);
  });

  it('are kept as long as they hold, and end when the scope is gone', async () => {
    await write(atLevel('a', 1));
    const steady = scope('group:default/steady', ['a']);
    await replaceScopes(db, [steady, scope(TEAM, ['a'])]);
    await count(0);
    await write(atLevel('a', 2));
    await count(1);
    await replaceScopes(db, [steady]);
    await count(9);
    const prune = (number: number) =>
      pruneHistory(db, { now: FIRST + number * DAY_MS, retentionDays: 5 });
    await prune(9);

    // The row of the second day still holds on the fifth, from which on all is kept.
    const kept = { scope_ref: steady.entityRef, day: day(1) };
    expect(await rows()).toEqual([
      kept,
      { scope_ref: TEAM, day: day(1) },
      { scope_ref: TEAM, day: day(9) },
    ]);
    expect(await trend(db, TEAM, day(9))).toEqual([[day(9), {}]]);
    await prune(10);
    expect(await rows()).toHaveLength(3);
    await prune(15);
    expect(await rows()).toEqual([kept]);
  });

  it('count like a loop over the members does', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomSets({ tracks: TRACKS, checks: ['one', 'two'] }),
        async ({ records, scopes }) => {
          for (const table of [
            'maturity_scope_snapshots',
            'maturity_scorecards',
            'maturity_track_scores',
            'maturity_results',
            'maturity_inputs',
          ]) {
            await db(table).delete();
          }
          await write(...records);
          await replaceScopes(db, scopes);
          await count(0);

          for (const { entityRef, kind, members } of scopes) {
            const held = records.filter(one => members.includes(one.entityRef));
            const expected = new Map<string, number>();
            const add = (key: string) =>
              expected.set(key, (expected.get(key) ?? 0) + 1);
            for (const { stage, tracks } of held) {
              add(stage ?? 'leaving');
              for (const [track, { level }] of Object.entries(tracks)) {
                add(`${track} ${level ?? 'none'}`);
              }
            }
            const found = await listScopeSnapshots(db, {
              scopeRef: entityRef,
              since: day(0),
            });
            const counted = found.flatMap(({ stages, tracks }) => [
              ...stages,
              ...Array.from(tracks).flatMap(([track, levels]) =>
                Array.from(
                  levels,
                  ([level, number]) => [`${track} ${level}`, number] as const,
                ),
              ),
            ]);
            const person = kind === 'user';
            expect(new Map(counted)).toEqual(person ? new Map() : expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
