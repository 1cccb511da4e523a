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
import {
  type GuardedPortal,
  startGuardedPortal,
} from './__testUtils__/startGuardedPortal';
import {
  type AccessDoor,
  faultsOfAction,
  faultsOfRoute,
} from './__testUtils__/accessFaults';

jest.setTimeout(120_000);

describe('Who is told what by the real permission backend', () => {
  let portal: GuardedPortal;

  async function headerOf(
    caller: Caller,
    target: string,
  ): Promise<string | undefined> {
    if (caller === 'anonymous') return undefined;
    return caller === 'service'
      ? portal.plugin(target)
      : portal.user(`user:default/${caller}`);
  }

  async function signed(
    test: request.Test,
    caller: Caller,
    target = 'maturity',
  ): Promise<request.Response> {
    const header = await headerOf(caller, target);
    return header === undefined ? test : test.set('Authorization', header);
  }

  beforeAll(async () => {
    portal = await startGuardedPortal({
      entities: ENTITIES,
      policy,
      claims: CLAIMS,
    });
    const deadline = Date.now() + 60_000;
    let total = 0;
    while (total < 4 && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 200));
      const { body } = await signed(
        request(portal.backend.server).get('/api/maturity/scorecards'),
        'admin',
      );
      total = body.totalItems;
    }
    if (total !== 4) throw new Error(`Only ${total} of 4 scorecards came.`);
  });

  afterAll(() => portal.backend.stop());

  const door: AccessDoor = {
    route: ({ method, path, accept }, caller) => {
      const address = `/api/maturity${path}`;
      const server = request(portal.backend.server);
      const asked =
        method === 'POST' ? server.post(address) : server.get(address);
      return signed(asked.set('Accept', accept), caller);
    },
    action: (body, caller) =>
      signed(
        request(portal.backend.server)
          .post('/api/mcp-actions/v1')
          .set('Accept', 'application/json, text/event-stream')
          .send(body),
        caller,
        'mcp-actions',
      ),
  };

  describe.each(CALLERS)('%s', caller => {
    it.each(ROUTES)('%s', async (...row) => {
      expect(await faultsOfRoute(door, { caller, row })).toEqual([]);
    });

    it.each(ACTIONS)('action %s', async (...row) => {
      expect(await faultsOfAction(door, { caller, row })).toEqual([]);
    });
  });

  it.each(['Bearer nonsense', 'Bearer ', 'Basic YTpi'])(
    'refuses the credentials "%s"',
    async header => {
      const { status } = await request(portal.backend.server)
        .get('/api/maturity/scorecards')
        .set('Authorization', header);

      expect(status).toBe(401);
    },
  );
});
