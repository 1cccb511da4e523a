import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import {
  ACTIONS,
  type Caller,
  CALLERS,
  CLAIMS,
  COUNTED,
  counts,
  ENTITIES,
  expectedOfAction,
  FORBIDDEN,
  policy,
  ROUTES,
  told,
} from './__testUtils__/accessMatrix';
import { PolicyPermissions } from './__testUtils__/policyPermissions';
import { type Portal, startPortal } from './__testUtils__/startPortal';
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
  });

  afterAll(() => portal.stop());

  describe.each(CALLERS)('%s', caller => {
    const by = HEADERS[caller];

    it.each(ROUTES)('%s', async (route, statuses) => {
      const [method, path] = route.split(' ');
      const asked =
        method === 'POST' ? portal.post(path, by) : portal.get(path, by);
      const answer = await asked.set(
        'Accept',
        method === 'CSV' ? 'text/csv' : 'application/json',
      );
      const text = told(answer, path);

      expect(answer.status).toBe(statuses[CALLERS.indexOf(caller)]);
      for (const word of FORBIDDEN[caller]) expect(text).not.toContain(word);
      for (const count of counts(answer.body)) {
        expect(count).toBeLessThanOrEqual(COUNTED[caller]);
      }
    });

    it.each(ACTIONS)('action %s', async (name, input, word) => {
      const answer = await request(portal.backend.server)
        .post('/api/mcp-actions/v1')
        .set('Authorization', by)
        .set('Accept', 'application/json, text/event-stream')
        .send({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: `maturity.${name}`, arguments: input },
        });
      const expected = expectedOfAction(caller, { name, word });
      // The refusal repeats the reference that was asked for.
      const text = answer.text
        .split('component:default/classified-api')
        .join('');

      expect(answer.status).toBe(expected.status);
      for (const part of expected.present) expect(answer.text).toContain(part);
      for (const part of expected.absent) expect(text).not.toContain(part);
    });
  });
});
