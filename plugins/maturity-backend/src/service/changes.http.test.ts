import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { CLAIMS, policy } from '../__testUtils__/accessMatrix';
import { component, group } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.parse('2026-06-15T12:00:00Z');
const user = mockCredentials.user.header;
const admin = user('user:default/admin');

type Levels = [track: string, from: number | null, to: number | null][];

/** Hours ago, the component, and its levels then. */
const CHANGES: readonly [number, string, Levels, boolean?][] = [
  // Before the week.
  [8 * 24, 'open-api', [['devops', 3, 0]]],
  [100, 'open-api', [['devops', 0, 1]]],
  [
    90,
    'open-api',
    [
      ['devops', 1, 2],
      ['sre', 2, 1],
    ],
  ],
  // There and back again.
  [80, 'open-job', [['devops', 1, 0]]],
  [70, 'open-job', [['devops', 0, 1]]],
  [60, 'classified-api', [['platform', 2, 0]]],
  [50, 'tier-one', [['sre', 1, 2]]],
  // Came with other definitions.
  [40, 'tier-one', [['devops', 4, 0]], true],
  [30, 'asked', [['sre', null, 1]]],
  [20, 'no-scorecard', [['sre', 4, 0]]],
];

describe.each(ENGINES)('The changes route on %s', engine => {
  let db: Knex;
  let portal: Portal;

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });

  afterEach(() => jest.restoreAllMocks());

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW - 3 * DAY_MS);
    db = await databases.connect(engine);
    const catalog = new TestCatalog([
      group('open'),
      ...['open-api', 'open-job', 'classified-api', 'asked'].map(name =>
        component(name, { title: `Title of ${name}` }),
      ),
      component('tier-one', { annotations: { 'maturity/tier': '1' } }),
    ]);
    catalog.visibleTo = entity =>
      !stringifyEntityRef(entity).includes('classified');
    portal = await startPortal({
      db,
      catalog,
      features: [new PolicyPermissions(policy, CLAIMS).factory],
    });
    await portal.sweep();
    await db('maturity_history').insert(
      CHANGES.map(([hours, name, levels, newDefinitions = false]) => ({
        entity_ref: `component:default/${name}`,
        changed_at: NOW - hours * HOUR_MS,
        definition_version: 'v1',
        new_definitions: newDefinitions,
        changes: JSON.stringify({ levels, checks: [] }),
      })),
    );
    // A status without a level, and words that only look like one.
    await db('maturity_history').insert({
      entity_ref: 'component:default/open-job',
      changed_at: NOW - HOUR_MS,
      definition_version: 'v1',
      new_definitions: false,
      changes: JSON.stringify({
        levels: [],
        checks: [['x', 'pass', 'fail', ['"levels":[["sre",0,4]]', 0, 0], 0]],
      }),
    });
  });

  afterAll(() => portal.stop());

  const at = (hours: number) => new Date(NOW - hours * HOUR_MS).toISOString();

  it('gives the net change of each component, what matters most first', async () => {
    const { status, body } = await portal.get('/changes', admin);

    expect(status).toBe(200);
    expect(body).toEqual({
      since: at(7 * 24),
      recordedSince: '2026-06-12',
      changed: 4,
      rose: 2,
      fell: 2,
      complete: true,
      items: [
        {
          entityRef: 'component:default/tier-one',
          title: 'tier-one',
          tier: 1,
          changedAt: at(50),
          levels: [{ track: 'sre', from: 1, to: 2 }],
        },
        {
          entityRef: 'component:default/open-api',
          title: 'Title of open-api',
          tier: null,
          changedAt: at(90),
          levels: [
            { track: 'devops', from: 0, to: 2 },
            { track: 'sre', from: 2, to: 1 },
          ],
        },
        {
          entityRef: 'component:default/classified-api',
          title: 'Title of classified-api',
          tier: null,
          changedAt: at(60),
          levels: [{ track: 'platform', from: 2, to: 0 }],
        },
        {
          entityRef: 'component:default/asked',
          title: 'Title of asked',
          tier: null,
          changedAt: at(30),
          levels: [{ track: 'sre', from: null, to: 1 }],
        },
      ],
    });
  });

  it('cuts the list and not the counts', async () => {
    const { body } = await portal.get('/changes?limit=1', admin);

    expect(body.items.map((item: { title: string }) => item.title)).toEqual([
      'tier-one',
    ]);
    expect([body.changed, body.rose, body.fell]).toEqual([4, 2, 2]);
  });

  it('looks back as far as it is asked', async () => {
    const { body } = await portal.get('/changes?days=3', admin);
    expect([body.rose, body.fell]).toEqual([2, 1]);
    const longer = await portal.get('/changes?days=10', admin);
    expect(longer.body.items).toContainEqual(
      expect.objectContaining({
        title: 'Title of open-api',
        levels: [
          { track: 'devops', from: 3, to: 2 },
          { track: 'sre', from: 2, to: 1 },
        ],
      }),
    );
  });

  it('tells a caller nothing of what that caller may not see', async () => {
    const limited = await portal.get('/changes', user('user:default/limited'));
    expect(limited.status).toBe(200);
    expect([limited.body.rose, limited.body.fell]).toEqual([2, 1]);
    expect(limited.text).not.toContain('classified');

    const guest = await portal.get('/changes', user('user:default/guest'));
    expect(guest.body).toMatchObject({ rose: 0, fell: 0, items: [] });
  });

  it('does not know since when before the first sweep', async () => {
    const empty = await startPortal({
      db: await databases.connect(engine),
      catalog: new TestCatalog([]),
    });
    const { body } = await empty.get('/changes');
    await empty.stop();

    expect(body).toMatchObject({ recordedSince: null, items: [] });
  });

  it.each(['days=0', 'days=91', 'limit=0', 'limit=101', 'by=owner'])(
    'refuses %s',
    async query => {
      const { status } = await portal.get(`/changes?${query}`, admin);
      expect(status).toBe(400);
    },
  );
});
