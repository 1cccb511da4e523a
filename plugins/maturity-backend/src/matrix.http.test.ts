import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import {
  ACTIONS,
  type Caller,
  CALLERS,
  CLAIMS,
  ENTITIES,
  policy,
  ROUTES,
} from './__testUtils__/accessMatrix';
import { PolicyPermissions } from './__testUtils__/policyPermissions';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import {
  type AccessDoor,
  faultsOfAction,
  faultsOfRoute,
} from './__testUtils__/accessFaults';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

const user = mockCredentials.user.header;
const HEADERS: Record<Caller, string> = {
  anonymous: mockCredentials.none.header(),
  guest: user('user:default/guest'),
  limited: user('user:default/limited'),
  member: user('user:default/member'),
  admin: user('user:default/admin'),
  service: mockCredentials.service.header(),
};

function catalog(): TestCatalog {
  const test = new TestCatalog([...ENTITIES]);
  test.visibleTo = entity => !stringifyEntityRef(entity).includes('classified');
  test.mayRefresh = false;
  return test;
}

describe.each(ENGINES)('Who is told what on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const permissions = new PolicyPermissions(policy, CLAIMS);
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: catalog(),
      config: { backend: { actions: { pluginSources: ['maturity'] } } },
      features: [mcpActions, permissions.factory],
    });
    await portal.sweep();
    // Groups, systems and domains are counted from the second sweep on.
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  const door: AccessDoor = {
    route: ({ method, path, accept }, caller) => {
      const by = HEADERS[caller];
      const asked =
        method === 'POST' ? portal.post(path, by) : portal.get(path, by);
      return asked.set('Accept', accept);
    },
    action: (body, caller) =>
      request(portal.backend.server)
        .post('/api/mcp-actions/v1')
        .set('Authorization', HEADERS[caller])
        .set('Accept', 'application/json, text/event-stream')
        .send(body),
  };

  describe.each(CALLERS)('%s', caller => {
    it.each(ROUTES)('%s', async (...row) => {
      expect(await faultsOfRoute(door, { caller, row })).toEqual([]);
    });

    it.each(ACTIONS)('action %s', async (...row) => {
      expect(await faultsOfAction(door, { caller, row })).toEqual([]);
    });
  });
});
