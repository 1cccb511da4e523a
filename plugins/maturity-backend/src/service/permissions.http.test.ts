import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component, domain, group, system } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const VISIBLE = new Set([
  'group:default/company',
  'group:default/open',
  'system:default/open',
  'component:default/open-api',
  'component:default/open-orphan',
]);

const admin = mockCredentials.user.header('user:default/admin');
const nobody = mockCredentials.user.header('user:default/nobody');
const limited = mockCredentials.user.header('user:default/limited');

const permissions = mockServices.permissions.mock({
  authorizeConditional: async (requests, options) => {
    const principal: unknown = options?.credentials.principal;
    const user = JSON.stringify(principal);
    return requests.map(({ permission }) => {
      if (user.includes('default/nobody')) {
        return { result: AuthorizeResult.DENY };
      }
      const ours = permission.name.startsWith('maturity.');
      if (ours || !user.includes('default/limited')) {
        return { result: AuthorizeResult.ALLOW };
      }
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: permission.type,
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: ['group:default/open'] },
        },
      };
    });
  },
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
});

function catalog(): TestCatalog {
  const classified = 'https://classified.acme.test/start';
  const entities: Entity[] = [
    group('company'),
    group('open', 'company'),
    group('classified', 'company'),
    domain('hidden'),
    system('open', 'hidden'),
    {
      ...system('classified', 'hidden'),
      metadata: {
        name: 'classified',
        namespace: 'default',
        annotations: { 'maturity/onboarding': classified },
      },
    },
    {
      ...system('classified-tool'),
      kind: 'Template',
      metadata: {
        name: 'classified-tool',
        namespace: 'default',
        annotations: { 'maturity/template-version': '7.31.9' },
      },
    },
    {
      ...system('classified-db'),
      kind: 'Resource',
      metadata: {
        name: 'classified-db',
        namespace: '42',
        annotations: { 'maturity/tier': '4' },
      },
    },
    component('open-api', {
      annotations: {
        'maturity/tier': '1',
        'maturity/template-version': '7.30.0',
        'backstage.io/source-template': 'classified-tool',
      },
      spec: {
        owner: 'group:default/open',
        system: 'classified',
        dependsOn: [
          'component:default/classified-api',
          'resource:42/classified-db',
        ],
      },
    }),
    component('open-orphan', {
      spec: { owner: 'group:default/classified', system: 'open' },
    }),
    component('classified-api', {
      spec: { owner: 'group:default/classified' },
    }),
    component('classified-batch', {
      spec: { owner: 'group:default/classified', lifecycle: 'deprecated' },
    }),
  ];
  const test = new TestCatalog(entities);
  test.visibleTo = entity => VISIBLE.has(stringifyEntityRef(entity));
  return test;
}

describe.each(ENGINES)('Permissions on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: catalog(),
      config: { backend: { actions: { pluginSources: ['maturity'] } } },
      features: [
        mcpActions,
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
      ],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  const refs = (items: { entityRef: string }[]) =>
    items.map(({ entityRef }) => entityRef);

  it('let an allowed caller see everything', async () => {
    const { body } = await portal.get('/scorecards', admin);

    expect(body.totalItems).toBe(4);
    expect(refs(body.items)).toContain('component:default/classified-api');
  });

  it('show a denied caller nothing', async () => {
    const { body } = await portal.get('/scorecards', nobody);
    expect([body.totalItems, body.items]).toEqual([0, []]);

    const one = await portal.get(
      '/scorecards/component/default/open-api',
      nobody,
    );
    expect(one.status).toBe(404);
    const whole = await portal.get('/roll-ups?by=organization', nobody);
    expect(whole.body.items[0].rollUp.total).toBe(0);
    const owners = await portal.get('/roll-ups?by=owner', nobody);
    expect(owners.body.items).toEqual([]);
    const check = await portal.get('/checks/owner-assigned', nobody);
    expect(check.body.counts).toEqual({
      pass: 0,
      fail: 0,
      unknown: 0,
      'not-applicable': 0,
      exempt: 0,
    });
  });

  it('limit lists and totals for a caller with conditions', async () => {
    const { body } = await portal.get('/scorecards', limited);

    expect(body.totalItems).toBe(2);
    expect(
      body.items.map(
        ({ entityRef, owner, system: of }: Record<string, string | null>) => [
          entityRef,
          owner,
          of,
        ],
      ),
    ).toEqual([
      ['component:default/open-api', 'group:default/open', null],
      ['component:default/open-orphan', null, 'system:default/open'],
    ]);
  });

  it('ask the catalog once for many requests of one caller', async () => {
    const before = portal.catalog.calls.getEntities;
    for (let turn = 0; turn < 5; turn++) {
      await portal.get('/scorecards', limited);
      await portal.get('/roll-ups?by=owner', limited);
    }
    expect(portal.catalog.calls.getEntities - before).toBeLessThanOrEqual(1);
  });

  it('find nothing by a name that the caller may not see', async () => {
    const owner = await portal.get(
      '/scorecards?owner=group:default/classified',
      limited,
    );
    expect(owner.body.totalItems).toBe(0);
    const of = await portal.get(
      '/scorecards?system=system:default/classified',
      limited,
    );
    expect(of.body.totalItems).toBe(0);
    const tree = await portal.get(
      '/scorecards?owner=group:default/classified&ownerScope=tree',
      limited,
    );
    expect(tree.body.totalItems).toBe(0);
  });

  it('answer alike for a hidden and for a missing scorecard', async () => {
    const hidden = await portal.get(
      '/scorecards/component/default/classified-api',
      limited,
    );
    const missing = await portal.get(
      '/scorecards/component/default/nothing',
      limited,
    );

    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message.replace('classified-api', 'nothing')).toBe(
      missing.body.error.message,
    );
    const refresh = await portal.post(
      '/scorecards/component/default/classified-api/refresh',
      limited,
    );
    expect(refresh.status).toBe(404);
  });

  it('hide restricted entities in evidence', async () => {
    const path = '/scorecards/component/default/open-api';
    const whole = await portal.get(path, admin);
    const part = await portal.get(path, limited);
    const guide = ({ check }: { check: string }) =>
      check === 'onboarding-guide';

    expect(whole.body.scorecard.results.find(guide).evidence).toEqual([
      expect.objectContaining({
        value: 'https://classified.acme.test/start',
        from: 'system:default/classified',
      }),
    ]);
    expect(part.status).toBe(200);
    expect(part.body.scorecard.results.find(guide)).toMatchObject({
      status: 'pass',
      evidence: [{ value: 'a restricted entity', from: 'a restricted entity' }],
    });
    for (const told of ['classified', '7.31.9', '(tier 4)']) {
      expect(whole.text).toContain(told);
      expect(part.text).not.toContain(told);
    }
    expect(part.text).not.toContain('hidden');
    expect(part.text).toContain('7.30.0');
  });

  it.each(['owner', '-owner', 'system', '-system'])(
    'put no hidden name into the order or the cursor of sort=%s',
    async sort => {
      const { body } = await portal.get(
        `/scorecards?sort=${sort}&limit=1`,
        limited,
      );
      const next = await portal.get(
        `/scorecards?sort=${sort}&limit=1&cursor=${body.pageInfo.nextCursor}`,
        limited,
      );
      const cursors = [body.pageInfo.nextCursor, next.body.pageInfo.prevCursor];

      for (const cursor of cursors) {
        const text = Buffer.from(cursor, 'base64url').toString();
        expect(text).toContain('component:default/open');
        expect(text).not.toContain('classified');
      }
      expect(
        new Set([...refs(body.items), ...refs(next.body.items)]).size,
      ).toBe(2);
    },
  );

  it('limit roll-ups, counts and leverage', async () => {
    const whole = await portal.get('/roll-ups?by=organization', limited);
    expect(whole.body.items[0].rollUp).toMatchObject({
      total: 2,
      deprecated: 0,
    });

    const owners = await portal.get('/roll-ups?by=owner', limited);
    expect(
      owners.body.items.map(
        (item: { key: string; rollUp: { total: number } }) => [
          item.key,
          item.rollUp.total,
        ],
      ),
    ).toEqual([
      ['group:default/company', 2],
      ['group:default/open', 1],
    ]);
    const systems = await portal.get('/roll-ups?by=system', limited);
    expect(
      systems.body.items.map(
        ({ key, parent }: { key: string; parent: string | null }) => [
          key,
          parent,
        ],
      ),
    ).toEqual([
      ['system:default/open', null],
      ['', null],
    ]);
    const check = await portal.get('/checks/owner-assigned', limited);
    expect(check.body.counts.pass).toBe(2);
  });

  it('limit single roll-ups with children and members', async () => {
    const company = await portal.get(
      '/roll-ups/group/default/company',
      limited,
    );
    expect(refs(company.body.children)).toEqual(['group:default/open']);
    expect(refs(company.body.members.items)).toEqual([
      'component:default/open-api',
      'component:default/open-orphan',
    ]);
    const hidden = await portal.get(
      '/roll-ups/group/default/classified',
      limited,
    );
    expect(hidden.status).toBe(404);
    const below = await portal.get(
      '/roll-ups?by=system&parent=domain:default/hidden',
      limited,
    );
    expect(below.body.items).toEqual([]);
  });

  it('leave hidden names out of the advice', async () => {
    const whole = await portal.get('/advice', admin);
    const part = await portal.get('/advice', limited);

    expect(whole.status).toBe(200);
    expect(part.status).toBe(200);
    expect(part.text).not.toContain('classified');
  });

  it('hold for actions, too', async () => {
    const call = (authorization: string) =>
      request(portal.backend.server)
        .post('/api/mcp-actions/v1')
        .set('Authorization', authorization)
        .set('Accept', 'application/json, text/event-stream')
        .send({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: {
            name: 'maturity.get-scorecard',
            arguments: { entityRef: 'classified-api' },
          },
        });
    expect((await call(admin)).text).toContain('owner-assigned');
    const refused = await call(limited);
    expect(refused.text).toContain('There is no scorecard');
    expect(refused.text).not.toContain('owner-assigned');
  });

  it('refuse callers without credentials', async () => {
    const answer = await portal.get(
      '/scorecards',
      mockCredentials.none.header(),
    );
    expect(answer.status).toBe(401);
  });
});
