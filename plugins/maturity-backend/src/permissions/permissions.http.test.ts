import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
  maturityServiceUpdatePermission,
} from '@backstage-maturity/plugin-maturity-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
// The example is documentation, not a package; this test is what keeps it running.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { ScorecardPolicy } from '../../../../docs/examples/scorecardPolicy';
import { component, group, system } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import {
  createMaturityScorecardConditionalDecision,
  maturityScorecardConditions,
} from './rules';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const user = mockCredentials.user.header;
const admin = user('user:default/admin');
const paula = user('user:default/paula');
const olga = user('user:default/olga');

const CLAIMS = {
  'user:default/paula': ['group:default/Payments'],
  'user:default/olga': ['group:default/other'],
};

/** Paula reads only what she owns, Olga only what she does not own; everybody may refresh what they own. */
const ownersOnly: PermissionPolicy = {
  async handle({ permission }, by) {
    const ref = by?.info.userEntityRef;
    const claims = by?.info.ownershipEntityRefs ?? [];
    const owned = maturityScorecardConditions.isOwner({ claims });
    if (isPermission(permission, maturityScorecardReadPermission)) {
      if (ref === 'user:default/paula') {
        return createMaturityScorecardConditionalDecision(permission, {
          anyOf: [owned],
        });
      }
      if (ref === 'user:default/olga') {
        return createMaturityScorecardConditionalDecision(permission, {
          allOf: [{ not: owned }],
        });
      }
    }
    if (isPermission(permission, maturityScorecardRefreshPermission)) {
      return createMaturityScorecardConditionalDecision(permission, owned);
    }
    if (
      permission.name === 'catalog.entity.read' &&
      ref === 'user:default/olga'
    ) {
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_ENTITY_KIND', resourceType: 'catalog-entity' },
      };
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

function catalog(): TestCatalog {
  const test = new TestCatalog([
    group('company'),
    group('payments', 'company'),
    group('other', 'company'),
    system('shop'),
    component('api', { spec: { system: 'shop' } }),
    component('batch', { spec: { lifecycle: 'experimental' } }),
    component('foreign', {
      spec: { owner: 'group:default/other', system: 'shop' },
    }),
    component('nobodys', { spec: { owner: undefined } }),
    component('secret', { spec: { owner: 'group:default/company' } }),
  ]);
  test.visibleTo = entity =>
    stringifyEntityRef(entity) !== 'component:default/secret';
  test.mayRefresh = false;
  return test;
}

describe.each(ENGINES)('Permissions of our own on %s', engine => {
  let portal: Portal;
  const permissions = new PolicyPermissions(ownersOnly, CLAIMS);

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: catalog(),
      features: [permissions.factory],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  const names = (items: { entityRef: string }[]) =>
    items.map(({ entityRef }) => entityRef.split('/')[1]);

  it.each([
    [admin, ['api', 'batch', 'foreign', 'nobodys', 'secret']],
    [paula, ['api', 'batch']],
    [olga, ['api', 'batch', 'nobodys']],
  ])('limit the list, its total and its pages (%#)', async (by, expected) => {
    const { body } = await portal.get('/scorecards', by);
    expect(names(body.items)).toEqual(expected);
    expect(body.totalItems).toBe(expected.length);

    const first = await portal.get('/scorecards?limit=1', by);
    expect(first.body.totalItems).toBe(expected.length);
    const { nextCursor } = first.body.pageInfo;
    const rest = await portal.get(`/scorecards?cursor=${nextCursor}`, by);
    expect(names(rest.body.items)).toEqual(expected.slice(1));
  });

  it('answer 404 for a scorecard that the caller may not read', async () => {
    const path = (name: string) => `/scorecards/component/default/${name}`;
    expect((await portal.get(path('api'), paula)).status).toBe(200);
    const hidden = await portal.get(path('foreign'), paula);
    const missing = await portal.get(path('missing'), paula);

    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace('foreign', 'missing')).toBe(
      missing.body.error.message,
    );
    expect((await portal.get(path('secret'), olga)).status).toBe(404);
  });

  it('limit roll-ups, counts and leverage', async () => {
    const whole = await portal.get('/roll-ups?by=organization', paula);
    expect(whole.body.items[0].rollUp).toMatchObject({
      total: 2,
      experimental: 1,
    });
    for (const { failing, unknown } of whole.body.items[0].rollUp.leverage) {
      expect(failing + unknown).toBeLessThanOrEqual(1);
    }
    expect(whole.body.newestSweep).toMatchObject({
      status: 'succeeded',
      total: 2,
      written: 0,
    });
    const owners = await portal.get('/roll-ups?by=owner', paula);
    expect(
      owners.body.items.map(
        (item: { key: string; rollUp: { total: number } }) => [
          item.key,
          item.rollUp.total,
        ],
      ),
    ).toEqual([
      ['group:default/company', 2],
      ['group:default/payments', 2],
    ]);
    const check = await portal.get('/checks/owner-assigned', paula);
    const counts: Record<string, number> = check.body.counts;
    expect(Object.values(counts).reduce((one, more) => one + more)).toBe(2);
    const shop = await portal.get('/roll-ups/system/default/shop', paula);
    expect(shop.body.item.rollUp.total).toBe(1);
    expect(names(shop.body.members.items)).toEqual(['api']);
  });

  it('keep the names that the catalog shows', async () => {
    const { body } = await portal.get(
      '/scorecards/component/default/api',
      paula,
    );
    expect(body.summary).toMatchObject({
      owner: 'group:default/payments',
      system: 'system:default/shop',
    });
  });

  it('refuse a refresh to whoever may only read', async () => {
    const path = (name: string) =>
      `/scorecards/component/default/${name}/refresh`;
    expect((await portal.post(path('api'), paula)).status).toBe(200);
    const refused = await portal.post(path('api'), olga);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'You may not have the scorecard of "component:default/api" evaluated; expected the permission "maturity.scorecard.refresh" for it.',
    );
    expect((await portal.post(path('foreign'), paula)).status).toBe(404);
  });

  it('ask a fixed number of questions', async () => {
    const before = permissions.asked;
    await portal.get('/scorecards?limit=500', paula);
    await portal.get('/roll-ups?by=owner', paula);
    await portal.get('/roll-ups/system/default/shop', paula);
    expect(permissions.asked - before).toBe(6);
  });

  it('show the sweeps only to whoever may read everything', async () => {
    expect((await portal.get('/sweeps', admin)).status).toBe(200);
    expect((await portal.get('/sweeps', paula)).status).toBe(403);
  });

  it('are told to the permission system with their rules', async () => {
    const { body } = await portal.get(
      '/.well-known/backstage/permissions/metadata',
      admin,
    );
    expect(body.permissions.map(({ name }: { name: string }) => name)).toEqual([
      'maturity.scorecard.read',
      'maturity.scorecard.refresh',
    ]);
    expect(body.rules).toMatchObject([
      { name: 'IS_OWNER', resourceType: 'maturity-scorecard' },
    ]);
  });

  it('are decided for single scorecards that the permission system asks for', async () => {
    const ask = (resourceRef: string, claims: string[]) => ({
      id: resourceRef,
      resourceRef,
      resourceType: 'maturity-scorecard',
      conditions: maturityScorecardConditions.isOwner({ claims }),
    });
    const { body } = await portal
      .post(
        '/.well-known/backstage/permissions/apply-conditions',
        mockCredentials.service.header(),
      )
      .send({
        items: [
          ask('component:default/api', ['group:default/payments']),
          ask('component:default/foreign', ['group:default/payments']),
          ask('component:default/missing', ['group:default/payments']),
        ],
      });
    expect(body.items.map(({ result }: { result: string }) => result)).toEqual([
      'ALLOW',
      'DENY',
      'DENY',
    ]);
  });
});

describe('The example policy', () => {
  let portal: Portal;

  beforeAll(async () => {
    const permissions = new PolicyPermissions(new ScorecardPolicy(), CLAIMS);
    portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog: catalog(),
      features: [permissions.factory],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it.each(['user:development/guest', 'user:default/guest'])(
    'shows no scorecards to %s',
    async ref => {
      const guest = user(ref);
      const path = '/scorecards/component/default/foreign';

      expect((await portal.get('/scorecards', guest)).body.totalItems).toBe(0);
      expect((await portal.get(path, guest)).status).toBe(404);
      expect((await portal.post(`${path}/refresh`, guest)).status).toBe(404);
    },
  );

  it('shows every scorecard to others, and lets only owners refresh', async () => {
    const path = '/scorecards/component/default/foreign/refresh';

    expect((await portal.get('/scorecards', paula)).body.totalItems).toBe(5);
    expect((await portal.post(path, paula)).status).toBe(403);
    expect((await portal.post(path, olga)).status).toBe(200);
  });

  it('lets only owners change services that the portal keeps', async () => {
    const decision = await new ScorecardPolicy().handle({
      permission: maturityServiceUpdatePermission,
    });
    expect(decision).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: [] },
      },
    });
  });
});
