import type { Knex } from 'knex';
import { scorecardRecord } from '../__testUtils__/scorecardRecord';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { whereAmong } from './dialect';
import { migrationsFolder } from './migrate';
import type { FullScorecardRecord, StoredResult } from './records';
import { toScorecardRows } from './rows';
import { countResults } from './scorecards/countResults';
import { readHeads } from './inputs/readHeads';
import { readScorecard } from './scorecards/readScorecard';
import { removeScorecards } from './scorecards/removeScorecards';
import { writeScorecards } from './scorecards/writeScorecards';
import { readScopes } from './scopes/readScopes';
import { replaceScopes } from './scopes/replaceScopes';
import { readFacts } from './facts/readFacts';
import { writeFacts } from './facts/writeFacts';
import { readRepositories } from './repositories/readRepositories';
import { syncRepositories } from './repositories/syncRepositories';
import { writeObservation } from './repositories/writeObservation';
import { finishSweep } from './sweeps/finishSweep';
import { listSweeps } from './sweeps/listSweeps';
import { startSweep } from './sweeps/startSweep';
import { readState } from './state/readState';
import { writeState } from './state/writeState';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const RESULTS: StoredResult[] = [
  {
    check: 'passed',
    status: 'pass',
    reason: 'linked',
    details: { source: 'a', value: 'b' },
    evidence: [
      { strength: 'linked', source: 'a', value: 'b', from: null },
      {
        strength: 'declared',
        source: 'c',
        value: 'd',
        from: 'system:default/s',
        supporting: true,
      },
    ],
  },
  { check: 'failed', status: 'fail', reason: 'missing', evidence: [] },
  {
    check: 'unknown',
    status: 'unknown',
    reason: 'error',
    details: { message: 'it broke', count: 2, known: false, list: ['x', 'y'] },
    evidence: [],
  },
  {
    check: 'exempt',
    status: 'exempt',
    reason: 'exempt',
    details: { until: '2027-01-01' },
    evidence: [],
  },
  { check: 'skipped', status: 'not-applicable', reason: 'tier', evidence: [] },
  {
    check: 'announced',
    status: 'not-applicable',
    reason: 'announced',
    details: { from: '2027-01-01' },
    evidence: [],
  },
];

function record(
  name: string,
  changes: Partial<FullScorecardRecord> = {},
): FullScorecardRecord {
  return scorecardRecord(name, {
    notes: ['out-of-order'],
    tracks: {
      devops: {
        level: 1,
        achievable: 4,
        score: 50,
        coverage: 80,
        proven: null,
        next: ['failed'],
      },
      sre: {
        level: null,
        achievable: null,
        score: null,
        coverage: null,
        proven: null,
        next: [],
      },
    },
    overall: 50.5,
    results: RESULTS,
    evaluatedAt: 1_795_000_000_123,
    ...changes,
  });
}

const byCheck = (one: StoredResult, other: StoredResult) =>
  one.check < other.check ? -1 : 1;

describe.each(ENGINES)('The store on %s', engine => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
  });

  afterEach(() => jest.restoreAllMocks());

  const write = (...records: FullScorecardRecord[]) =>
    writeScorecards(db, records.map(toScorecardRows));

  it('gives back a scorecard as it was written', async () => {
    const written = record('same', {
      title: 'Same',
      description: 'It does a thing.',
      tier: 2,
      ownerRef: 'group:default/g',
      systemRef: 'system:default/s',
    });
    await write(written);

    const read = await readScorecard(db, written.entityRef);
    expect({
      ...read,
      results: [...(read?.results ?? [])].sort(byCheck),
    }).toEqual({ ...written, results: [...RESULTS].sort(byCheck) });
  });

  it('replaces results and track scores together with their scorecard', async () => {
    await write(record('changing'));
    const [failed] = RESULTS.filter(({ check }) => check === 'failed');
    await write(
      record('changing', {
        results: [{ ...failed, status: 'pass', reason: 'linked' }],
        tracks: {},
      }),
    );

    const where = { entity_ref: 'component:default/changing' };
    expect(await db('maturity_results').where(where)).toEqual([]);
    expect(await db('maturity_track_scores').where(where)).toEqual([]);
  });

  it('has a hash that differs with the content and not with the moment', async () => {
    const hashOf = (changes: Partial<FullScorecardRecord>) =>
      toScorecardRows(record('hash', changes)).contentHash;
    const base = hashOf({});

    expect(hashOf({ evaluatedAt: 1 })).toBe(base);
    expect(hashOf({ stage: 'sre' })).not.toBe(base);
    expect(hashOf({ results: RESULTS.slice(1) })).not.toBe(base);
    expect(hashOf({ definitionVersion: 'v2' })).not.toBe(base);
    await write(record('hash'));
    expect(
      (await readHeads(db)).get('component:default/hash')?.contentHash,
    ).toBe(base);
  });

  it('keeps what was evaluated later, unless the clock was set back', async () => {
    const now = 1_795_000_000_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    const titleOf = async () =>
      (await readScorecard(db, 'component:default/race'))?.title;
    await write(record('race', { title: 'refreshed', evaluatedAt: now }));

    const late = record('race', { title: 'late', evaluatedAt: now - 10_000 });
    expect(await writeScorecards(db, [toScorecardRows(late)])).toBe(0);
    expect(await titleOf()).toBe('refreshed');

    const long = record('race', {
      title: 'of a sweep that began an hour ago',
      evaluatedAt: now - 3_600_000,
    });
    expect(await writeScorecards(db, [toScorecardRows(long)])).toBe(0);
    expect(await titleOf()).toBe('refreshed');

    clock.mockReturnValue(now - 3_600_000);
    const back = record('race', {
      title: 'clock set back',
      evaluatedAt: now - 3_600_000,
    });
    expect(await writeScorecards(db, [toScorecardRows(back)])).toBe(1);
    expect(await titleOf()).toBe('clock set back');
  });

  it('counts every status of a check', async () => {
    const only = new Set(['component:default/counted']);
    await write(record('counted'));

    for (const { check, status } of RESULTS) {
      const counts = await countResults(db, check, only);
      expect([check, counts[status]]).toEqual([check, 1]);
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(1);
    }
  });

  it('writes thousands of scorecards at once and removes them again', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      record(`many-${index}`),
    );
    await write(...many);
    const refs = many.map(({ entityRef }) => entityRef);
    const stored = async () => {
      const query = db('maturity_results').count({ count: '*' });
      whereAmong(query, { db, column: 'entity_ref', values: refs });
      const [{ count }] = await query;
      return Number(count);
    };

    expect(await stored()).toBe(3 * 2_000);
    await removeScorecards(db, refs);
    expect(await stored()).toBe(0);
  });

  it('stores texts that a database may refuse', async () => {
    const title = `nul \0 and \ud800 and ${'long '.repeat(1_000)}`;
    await write(record('odd', { title, description: title, type: 'a\0b' }));

    const read = await readScorecard(db, 'component:default/odd');
    expect(read?.title.startsWith('nul \ufffd and')).toBe(true);
    expect(read?.title.length).toBe(500);
  });

  it('stores why something failed, whatever characters the reason has', async () => {
    const now = Date.now();
    const error = 'unexpected byte "\0" in the answer';
    const shown = 'unexpected byte "\ufffd" in the answer';
    const sweep = await startSweep(db, now);
    const place = {
      source: 'url:https://git.acme.org/a',
      host: 'git.acme.org',
    };
    const places = new Map([['component:default/a', place]]);
    await syncRepositories(db, places, { sweep, now });
    const { source } = place;
    const failed = { outcome: 'failed', failures: 1, dueAt: now } as const;
    const observation = { ...failed, error };
    await writeObservation(db, { source, startedAt: now, observation });
    const counts = { total: 0, evaluated: 0, written: 0, removed: 0 };
    const outcome = { finishedAt: now, status: 'failed', ...counts } as const;
    await finishSweep(db, { id: sweep, error, ...outcome });
    const fact = { provider: 'p', entityRef: 'component:default/a' };
    const put = [{ ...fact, value: null, observedAt: null, error }];
    await writeFacts(db, { put, remove: [] }, sweep);

    const stored = [
      await readRepositories(db),
      await listSweeps(db, { limit: 1 }),
      await readFacts(db),
    ];
    expect(stored.map(([one]) => one.error)).toEqual([shown, shown, shown]);
  });

  it('writes only scopes that differ', async () => {
    const scope = {
      entityRef: 'group:default/one',
      kind: 'group',
      title: 'One',
      parentRef: null,
      members: ['component:default/a', 'component:default/b'],
    };
    const other = { ...scope, entityRef: 'group:default/two' };

    expect(await replaceScopes(db, [scope, other])).toBe(2);
    expect(await replaceScopes(db, [scope, other])).toBe(0);
    const smaller = { ...scope, members: ['component:default/b'] };
    expect(await replaceScopes(db, [smaller, other])).toBe(1);
    expect(await replaceScopes(db, [smaller])).toBe(1);
    expect(await readScopes(db)).toEqual([smaller]);
  });

  it('keeps single values', async () => {
    await writeState(db, 'key', { a: [1] });
    await writeState(db, 'key', { a: [2] });

    expect(await readState(db, 'key')).toEqual({ a: [2] });
    expect(await readState(db, 'nothing')).toBeUndefined();
  });
});
