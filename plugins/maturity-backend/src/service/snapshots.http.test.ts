import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const DAY_MS = 86_400_000;

describe.each(ENGINES)('The snapshots route on %s', engine => {
  let db: Knex;
  let portal: Portal;
  const today = '2026-06-15';
  const dayBefore = (days: number) =>
    new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

  // No test may fail because it runs at midnight.
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(`${today}T12:00:00Z`));
  });

  afterEach(() => jest.restoreAllMocks());

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(`${today}T12:00:00Z`));
    db = await databases.connect(engine);
    portal = await startPortal({
      db,
      catalog: new TestCatalog([
        group('payments'),
        component('a', { annotations: { 'maturity/tier': '1' } }),
        component('b', { spec: { lifecycle: 'experimental' } }),
        component('c', { spec: { lifecycle: 'deprecated' } }),
      ]),
    });
    await portal.sweep();
    await db('maturity_snapshots').insert(
      [1, 89, 90].map(days => ({
        day: dayBefore(days),
        definition_version: 'before',
        new_definitions: false,
        counts: JSON.stringify({
          total: 2,
          stages: { sre: 1, leaving: 1 },
          tracks: { devops: { none: 1, '3': 1 }, gone: { '0': 2 } },
        }),
      })),
    );
  });

  afterAll(() => portal.stop());

  it('gives the counts of today by stage, level and check', async () => {
    const checks = 'check=tier-declared&check=owner-assigned';
    const { status, body } = await portal.get(`/snapshots?days=1&${checks}`);

    expect(status).toBe(200);
    expect(body.crossings).toEqual([]);
    expect(body.items).toEqual([
      {
        day: today,
        definitionVersion: expect.any(String),
        newDefinitions: false,
        total: 3,
        stages: { exploring: 1, starting: 1, devops: 0, sre: 0, platform: 0 },
        leaving: 1,
        tracks: {
          devops: { histogram: [3], notApplicable: 0 },
          sre: { histogram: [2], notApplicable: 1 },
          platform: { histogram: [3], notApplicable: 0 },
        },
        checks: {
          'tier-declared': { pass: 1, fail: 1, unknown: 0, exempt: 0 },
          'owner-assigned': { pass: 3, fail: 0, unknown: 0, exempt: 0 },
        },
        signals: expect.objectContaining({
          teams: 1,
          services: 2,
          productionServices: 1,
          stacks: 0,
          tier1Services: 1,
          levels: { devops: 0, sre: 0, platform: 0 },
        }),
      },
    ]);
  });

  it('gives 90 days, oldest first, also of earlier versions', async () => {
    const { body } = await portal.get('/snapshots?check=tier-declared');
    const [oldest, yesterday, newest] = body.items;

    expect(body.items).toHaveLength(3);
    expect([oldest.day, yesterday.day, newest.day]).toEqual([
      dayBefore(89),
      dayBefore(1),
      today,
    ]);
    expect(yesterday).toMatchObject({
      leaving: 1,
      stages: { sre: 1, devops: 0 },
      tracks: {
        devops: { histogram: [0, 0, 0, 1], notApplicable: 1 },
        gone: { histogram: [2], notApplicable: 0 },
      },
      checks: {},
    });
    expect(yesterday).not.toHaveProperty('signals');
  });

  it('tells which threshold a signal has passed within the days', async () => {
    const { body } = await portal.get('/snapshots?days=1');
    const [{ signals }] = body.items;
    const grown = { ...signals, teams: 4, stacks: 5 };
    const store = (days: number, counted: unknown) =>
      db('maturity_snapshots')
        .where({ day: dayBefore(days) })
        .update({ signals: counted && JSON.stringify(counted) });
    const passed = async (days: number) =>
      (await portal.get(`/snapshots?days=${days}`)).body.crossings;
    try {
      await store(90, grown);
      await store(89, { ...grown, stacks: 3 });
      expect(await passed(90)).toEqual([
        {
          ruleId: 'P1',
          track: 'platform',
          origin: 'ours',
          claims: [56],
          measure: 'teams',
          holds: false,
          from: 4,
          to: 1,
          threshold: 3,
          before: dayBefore(89),
          day: today,
          newDefinitions: false,
        },
        ...['stacks', 'teams'].map(measure =>
          expect.objectContaining({
            ruleId: 'PB1',
            measure,
            holds: true,
            threshold: 1,
          }),
        ),
      ]);
      expect(await passed(91)).toContainEqual(
        expect.objectContaining({
          ruleId: 'S1',
          origin: 'article',
          holds: false,
          from: 5,
          to: 3,
          threshold: 3,
          before: dayBefore(90),
          day: dayBefore(89),
        }),
      );
      await store(89, { ...grown, stacks: 'many' });
      expect(await passed(90)).toEqual([]);
    } finally {
      await store(89, null);
      await store(90, null);
    }
  });

  it('counts no check that is not asked for', async () => {
    const { body } = await portal.get('/snapshots?days=1');

    expect(body.items[0].checks).toEqual({});
  });

  it('stays one row for a day in which nothing changes', async () => {
    const before = await db('maturity_snapshots').orderBy('day');
    await portal.sweep();
    await portal.sweep();

    expect(await db('maturity_snapshots').orderBy('day')).toEqual(before);
  });

  it.each([
    ['days=0', 'The query parameter "days" is "0"'],
    ['days=x', 'The query parameter "days" is "x"'],
    ['check=nothing', 'The query parameter "check" is "nothing"'],
    ['check=__proto__', 'The query parameter "check" is "__proto__"'],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await portal.get(`/snapshots?${query}`);

    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });
});
