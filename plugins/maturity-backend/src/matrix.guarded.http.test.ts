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
import {
  type GuardedPortal,
  startGuardedPortal,
} from './__testUtils__/startGuardedPortal';

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

  describe.each(CALLERS)('%s', caller => {
    it.each(ROUTES)('%s', async (route, statuses) => {
      const [method, path] = route.split(' ');
      const address = `/api/maturity${path}`;
      const server = request(portal.backend.server);
      const asked =
        method === 'POST' ? server.post(address) : server.get(address);
      const type = method === 'CSV' ? 'text/csv' : 'application/json';
      const answer = await signed(asked.set('Accept', type), caller);
      const text = told(answer, path);

      expect(answer.status).toBe(statuses[CALLERS.indexOf(caller)]);
      for (const word of FORBIDDEN[caller]) expect(text).not.toContain(word);
      for (const count of counts(answer.body)) {
        expect(count).toBeLessThanOrEqual(COUNTED[caller]);
      }
    });

    it.each(ACTIONS)('action %s', async (name, input, word) => {
      const asked = request(portal.backend.server)
        .post('/api/mcp-actions/v1')
        .set('Accept', 'application/json, text/event-stream')
        .send({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: `maturity.${name}`, arguments: input },
        });
      const answer = await signed(asked, caller, 'mcp-actions');
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
