import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CLAIMS, policy } from '../__testUtils__/accessMatrix';
import { component, group } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const PATH = '/scorecards/component/default/a/history';

describe.each(ENGINES)('The history route on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const db = await databases.connect(engine);
    const catalog = new TestCatalog([group('payments')]);
    portal = await startPortal({ db, catalog });
    for (const tier of [undefined, '1', undefined, '2']) {
      const annotations = tier ? { 'maturity/tier': tier } : undefined;
      catalog.replace(component('a', { annotations }));
      await portal.sweep();
    }
  });

  afterAll(() => portal.stop());

  const statusesOf = (items: { checks: { check: string; to: string }[] }[]) =>
    items.map(
      ({ checks }) => checks.find(each => each.check === 'tier-declared')?.to,
    );

  it('gives changes page by page, newest first', async () => {
    const first = await portal.get(`${PATH}?limit=2`);
    expect(first.status).toBe(200);
    expect(statusesOf(first.body.items)).toEqual(['pass', 'fail']);

    const { nextCursor } = first.body.pageInfo;
    const second = await portal.get(`${PATH}?limit=2&cursor=${nextCursor}`);
    expect(statusesOf(second.body.items)).toEqual(['pass']);
    expect(second.body.pageInfo).toEqual({});
    expect(second.body.items[0]).toMatchObject({
      newDefinitions: false,
      changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('tells by which evidence a status changed', async () => {
    const { body } = await portal.get(`${PATH}?limit=1`);
    const [change] = body.items[0].checks;

    expect(change).toEqual({
      check: 'tier-declared',
      from: 'fail',
      to: 'pass',
      before: { reason: 'missing', details: { sources: ['maturity/tier'] } },
      after: {
        reason: 'declared',
        details: { source: 'maturity/tier', value: '2' },
        evidence: {
          strength: 'declared',
          source: 'maturity/tier',
          value: '2',
          from: null,
        },
      },
    });
  });

  it('keeps the history of an entity that is gone', async () => {
    const { catalog } = portal;
    const before = catalog.entities;
    catalog.entities = [group('payments')];
    await portal.sweep();
    const { body } = await portal.get(PATH);
    expect(body.items).toHaveLength(3);
    catalog.entities = before;
    await portal.sweep();
  });

  it('knows nothing of an entity that never was', async () => {
    const { status } = await portal.get(
      '/scorecards/component/default/never/history',
    );
    expect(status).toBe(404);
  });

  it.each(['x', '-1', '99999999999999'])(
    'refuses the cursor "%s"',
    async cursor => {
      const { status } = await portal.get(`${PATH}?cursor=${cursor}`);
      expect(status).toBe(400);
    },
  );
});

describe('The history of an entity that rests on others', () => {
  const inSystem = { system: 'classified' };

  function system(annotations?: Record<string, string>) {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'classified', namespace: 'default', annotations },
      spec: { owner: 'group:default/payments' },
    };
  }

  it('does not name those that the caller may not see', async () => {
    const catalog = new TestCatalog([
      group('payments'),
      component('classified-api'),
      system(),
      component('a', { spec: inSystem }),
    ]);
    catalog.visibleTo = entity =>
      !stringifyEntityRef(entity).includes('classified');
    const portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      features: [new PolicyPermissions(policy, CLAIMS).factory],
    });
    await portal.sweep();
    const dependsOn = ['component:default/classified-api'];
    catalog.replace(component('a', { spec: { ...inSystem, dependsOn } }));
    catalog.replace(
      system({
        'maturity/postmortems': 'https://classified.acme.test/reviews',
      }),
    );
    await portal.sweep();

    const told = async (name: string) => {
      const user = mockCredentials.user.header(`user:default/${name}`);
      return (await portal.get(PATH, user)).text;
    };
    const all = await told('admin');
    const limited = await told('limited');
    await portal.stop();

    expect(all).toContain('component:default/classified-api');
    expect(all).toContain('https://classified.acme.test/reviews');
    expect(limited).toContain('dependencies-declared');
    expect(limited).toContain('postmortem-practice');
    expect(limited).toContain('a restricted entity');
    expect(limited).not.toContain('classified');
  });
});
