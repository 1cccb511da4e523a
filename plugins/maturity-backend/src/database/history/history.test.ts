import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { component, group } from '../../__testUtils__/entities';
import { SweptCatalog } from '../../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { listSnapshots } from '../snapshots/listSnapshots';
import { listHistory } from './listHistory';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const REF = 'component:default/a';
const NOON = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 86_400_000;

describe.each(ENGINES)('History on %s', engine => {
  let db: Knex;
  let catalog: SweptCatalog;
  let clock: jest.SpyInstance;

  beforeEach(async () => {
    clock = jest.spyOn(Date, 'now').mockReturnValue(NOON);
    db = await databases.connect(engine);
    catalog = await SweptCatalog.create(db);
    catalog.entities = [group('payments'), component('a')];
    await catalog.sweep();
  });

  afterEach(() => jest.restoreAllMocks());

  const history = () => listHistory(db, { entityRef: REF, limit: 10 });
  const snapshots = async () => {
    const rows = await db('maturity_snapshots').orderBy('day');
    return rows.map(row => {
      const { checks, ...counts } = JSON.parse(row.counts);
      return {
        day: row.day,
        newDefinitions: Boolean(row.new_definitions),
        ...counts,
      };
    });
  };

  it('holds nothing of a first scorecard', async () => {
    expect(await history()).toEqual([]);
  });

  it('holds nothing of a change that moves no level, stage or status', async () => {
    catalog.entities = [
      group('payments'),
      component('a', { title: 'Another title' }),
    ];
    const { written } = await catalog.sweep();
    expect(written).toBe(1);
    expect(await history()).toEqual([]);
  });

  it('holds each change of a status with the moment, newest first', async () => {
    const states = [{ 'maturity/tier': '2' }, { 'maturity/tier': 'often' }];
    for (const [index, annotations] of states.entries()) {
      clock.mockReturnValue(NOON + (index + 1) * 60_000);
      catalog.entities = [group('payments'), component('a', { annotations })];
      await catalog.sweep();
    }

    const [second, first] = await history();
    expect(first).toMatchObject({
      entityRef: REF,
      changedAt: NOON + 60_000,
      newDefinitions: false,
    });
    const declared = {
      reason: 'declared',
      details: { source: 'maturity/tier', value: '2' },
      evidence: {
        strength: 'declared',
        source: 'maturity/tier',
        value: '2',
        from: null,
      },
    };
    expect(first.changes.checks).toEqual([
      {
        check: 'tier-declared',
        from: 'fail',
        to: 'pass',
        before: {
          reason: 'missing',
          details: { sources: ['maturity/tier'] },
        },
        after: declared,
      },
    ]);
    expect(second.changes.checks).toEqual([
      {
        check: 'tier-declared',
        from: 'pass',
        to: 'fail',
        before: declared,
        after: {
          reason: 'unrecognised',
          details: expect.objectContaining({ value: 'often' }),
          evidence: { ...declared.evidence, value: 'often' },
        },
      },
    ]);
    expect(second.id).toBeGreaterThan(first.id);
    const older = { entityRef: REF, before: second.id, limit: 10 };
    expect(await listHistory(db, older)).toEqual([first]);
  });

  it('holds a change of stage', async () => {
    const lifecycle = 'experimental';
    catalog.entities = [
      group('payments'),
      component('a', { spec: { lifecycle } }),
    ];
    await catalog.sweep();

    const [{ changes }] = await history();
    expect(changes.stage).toEqual(['starting', 'exploring']);
    expect(changes.levels).toEqual([['sre', 0, null]]);
  });

  it('tells changes that come from other definitions', async () => {
    const definitions = createDefinitionSet({
      absence: {},
      checks: { 'tier-declared': { enabled: false } },
    });
    const others = new SweptCatalog(db, definitions);
    others.entities = catalog.entities;
    clock.mockReturnValue(NOON + DAY_MS);
    await others.sweep();

    const [{ newDefinitions, definitionVersion, changes }] = await history();
    expect(newDefinitions).toBe(true);
    expect(definitionVersion).toBe(definitions.version);
    expect(changes.checks).toEqual([
      {
        check: 'tier-declared',
        from: 'fail',
        to: 'not-applicable',
        before: expect.objectContaining({ reason: 'missing' }),
      },
    ]);
    expect(
      (await snapshots()).map(({ day, newDefinitions: marked }) => [
        day,
        marked,
      ]),
    ).toEqual([
      ['2026-06-15', false],
      ['2026-06-16', true],
    ]);
  });

  it('counts the results of each check', async () => {
    catalog.entities = [
      group('payments'),
      component('a', { annotations: { 'maturity/tier': '2' } }),
      component('b'),
      component('c', { spec: { lifecycle: 'deprecated' } }),
    ];
    await catalog.sweep();

    const [{ counts }] = await listSnapshots(db, { since: '2026-06-15' });
    expect(counts.checks).toMatchObject({
      'tier-declared': [1, 2, 0, 0],
      'catalog-basics': [0, 3, 0, 0],
    });
  });

  it('reads snapshots of earlier versions, and leaves out older days', async () => {
    const counts = JSON.stringify({ total: 1, stages: {}, tracks: {} });
    await db('maturity_snapshots').insert(
      ['2026-06-12', '2026-06-13'].map(day => ({
        day,
        definition_version: 'old',
        new_definitions: false,
        counts,
      })),
    );

    const found = await listSnapshots(db, { since: '2026-06-13' });
    expect(
      found.map(each => [each.day, each.counts.checks?.['owner-assigned']]),
    ).toEqual([
      ['2026-06-13', undefined],
      ['2026-06-15', expect.any(Array)],
    ]);
  });

  it('counts the organization once for each UTC day, as it was last', async () => {
    expect(await snapshots()).toEqual([
      {
        day: '2026-06-15',
        newDefinitions: false,
        total: 1,
        stages: { starting: 1 },
        tracks: {
          devops: { '0': 1 },
          platform: { '0': 1 },
          sre: { '0': 1 },
        },
      },
    ]);
    catalog.entities = [...catalog.entities, component('b')];
    await catalog.sweep();
    clock.mockReturnValue(NOON + DAY_MS);
    await catalog.sweep();
    await catalog.sweep();

    expect((await snapshots()).map(({ day, total }) => [day, total])).toEqual([
      ['2026-06-15', 2],
      ['2026-06-16', 2],
    ]);
  });

  it('forgets what is older than it is to be kept', async () => {
    catalog.entities = [
      group('payments'),
      component('a', { annotations: { 'maturity/tier': '2' } }),
    ];
    await catalog.sweep();
    clock.mockReturnValue(NOON + 400 * DAY_MS);
    await catalog.sweep();
    expect(await history()).toHaveLength(1);

    clock.mockReturnValue(NOON + 401 * DAY_MS);
    await catalog.sweep();
    expect(await history()).toEqual([]);
    expect((await snapshots()).map(({ day }) => day)).toEqual([
      '2027-07-20',
      '2027-07-21',
    ]);
  });
});
