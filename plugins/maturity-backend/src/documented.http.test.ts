import { component, domain, group, system } from './__testUtils__/entities';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { TestDatabases } from './__testUtils__/TestDatabases';
import { undocumented } from './__testUtils__/undocumented';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const ROUTES: readonly [string, string][] = [
  ['/definitions', '/definitions'],
  ['/checks/{id}', '/checks/slo-defined'],
  ['/scorecards', '/scorecards?limit=2'],
  ['/scorecards/{kind}/{namespace}/{name}', '/scorecards/component/default/a'],
  [
    '/scorecards/{kind}/{namespace}/{name}/history',
    '/scorecards/component/default/a/history?limit=1',
  ],
  ['/roll-ups', '/roll-ups?by=organization'],
  ['/roll-ups', '/roll-ups?by=owner'],
  ['/roll-ups', '/roll-ups?by=tier'],
  ['/roll-ups/{kind}/{namespace}/{name}', '/roll-ups/domain/default/sales'],
  [
    '/roll-ups/{kind}/{namespace}/{name}/snapshots',
    '/roll-ups/domain/default/sales/snapshots',
  ],
  ['/changes', '/changes'],
  ['/snapshots', '/snapshots?check=slo-defined'],
  ['/advice', '/advice'],
  ['/sweeps', '/sweeps'],
];

describe('The OpenAPI document', () => {
  let portal: Portal;

  beforeAll(async () => {
    const annotations = { 'maturity/tier': '1', 'maturity/slo': '99.9% 30d' };
    const catalog = new TestCatalog([
      group('payments'),
      domain('sales'),
      system('shop', 'sales'),
      component('a', { annotations, spec: { system: 'shop' } }),
      component('b', { spec: { dependsOn: ['component:default/a'] } }),
      component('c', { spec: { lifecycle: 'deprecated' } }),
    ]);
    catalog.mayRefresh = false;
    const maturity = { rollUpShare: 3 };
    portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      config: { maturity },
    });
    await portal.sweep();
    catalog.replace(component('a', { spec: { system: 'shop' } }));
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it.each(ROUTES)('names all that %s gives (%s)', async (route, path) => {
    const { status, body } = await portal.get(path);

    expect(status).toBe(200);
    expect(undocumented(body, { route, method: 'get' })).toEqual([]);
  });

  it('names all that a refresh gives', async () => {
    const route = '/scorecards/{kind}/{namespace}/{name}/refresh';
    const path = '/scorecards/component/default/a/refresh';
    const { body } = await portal.post(path);

    expect(body.catalogRead).toBeDefined();
    expect(undocumented(body, { route, method: 'post' })).toEqual([]);
  });

  it('would be found to lack a name', async () => {
    const { body } = await portal.get('/sweeps');
    const more = { ...body, items: [{ ...body.items[0], colour: 'red' }] };

    expect(undocumented(more, { route: '/sweeps', method: 'get' })).toEqual([
      'items[].colour',
    ]);
  });
});
