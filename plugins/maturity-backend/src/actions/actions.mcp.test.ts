import mcpActions from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import { component, group } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(ENGINES)('Actions over MCP on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: new TestCatalog([
        group('payments'),
        component('api', { annotations: { 'maturity/tier': '1' } }),
        component('batch'),
      ]),
      config: { backend: { actions: { pluginSources: ['maturity'] } } },
      features: [mcpActions],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  async function call(method: string, params: object = {}) {
    const answer = await request(portal.backend.server)
      .post('/api/mcp-actions/v1')
      .set('Accept', 'application/json, text/event-stream')
      .send({ jsonrpc: '2.0', id: 1, method, params });
    expect(answer.status).toBe(200);
    const text = answer.text.startsWith('{')
      ? answer.text
      : answer.text.split('data: ')[1];
    return JSON.parse(text);
  }

  async function callTool(name: string, args: object) {
    const { result } = await call('tools/call', { name, arguments: args });
    return result;
  }

  it('lists four tools that only read', async () => {
    const { result } = await call('tools/list');
    const tools = result.tools.filter(({ name }: { name: string }) =>
      name.startsWith('maturity.'),
    );

    expect(tools.map(({ name }: { name: string }) => name).sort()).toEqual([
      'maturity.explain-check',
      'maturity.get-advice',
      'maturity.get-scorecard',
      'maturity.list-scorecards',
    ]);
    for (const { annotations } of tools) {
      expect(annotations).toMatchObject({
        readOnlyHint: true,
        idempotentHint: true,
        destructiveHint: false,
      });
    }
  });

  it('gives a scorecard by its short reference', async () => {
    const result = await callTool('maturity.get-scorecard', {
      entityRef: 'api',
    });

    expect(JSON.stringify(result)).toContain('component:default/api');
    expect(JSON.stringify(result)).toContain('tier-declared');
    expect(result.isError).toBeFalsy();
  });

  it('lists the components that fail a check', async () => {
    const result = await callTool('maturity.list-scorecards', {
      check: 'tier-declared',
      status: ['fail', 'unknown'],
    });

    expect(JSON.stringify(result)).toContain('component:default/batch');
    expect(JSON.stringify(result)).not.toContain('component:default/api');
  });

  it('explains a check with its counts', async () => {
    const result = await callTool('maturity.explain-check', {
      check: 'owner-assigned',
    });

    expect(JSON.stringify(result)).toContain('owner-assigned');
  });

  it('gives the advice', async () => {
    const result = await callTool('maturity.get-advice', {});

    expect(result.isError).toBeFalsy();
    expect(result.structuredContent).toMatchObject({
      summary: expect.any(String),
      advice: { inputs: { services: 2 }, nextActions: expect.any(Array) },
      restricted: false,
    });
  });

  it('says which reference is wrong', async () => {
    const result = await callTool('maturity.get-scorecard', {
      entityRef: 'component:',
    });

    expect(result.isError).toBe(true);
    expect(JSON.stringify(result)).toContain('component:');
  });

  it.each(['a\u0000b', 'a\u202eb', 'a b', '\u001b[31m', 'x'.repeat(300), ''])(
    'refuses the reference %j',
    async entityRef => {
      const result = await callTool('maturity.get-scorecard', { entityRef });

      expect(result.isError).toBe(true);
      const [{ text }] = result.content;
      expect(text).toMatch(/^InputError: /);
      // Zod writes its own messages over several lines.
      expect(text).not.toMatch(/[^\P{C}\n]/u);
    },
  );

  it.each([
    ['get-scorecard', { entityRef: 'api' }],
    ['list-scorecards', {}],
    ['explain-check', { check: 'owner-assigned' }],
    ['get-advice', {}],
  ])('refuses an input that %s does not have', async (name, input) => {
    const wrong = { ...input, colour: 'red' };
    const result = await callTool(`maturity.${name}`, wrong);

    expect(result.isError).toBe(true);
    expect(result.content[0].text).toContain("'colour'");
  });

  it.each([
    { track: 'devops', level: [] },
    { check: 'tier-declared', status: [] },
    { owner: [] },
    { system: [] },
    { type: [] },
    { lifecycle: [] },
    { stage: [] },
    { tier: [] },
  ])('lists nothing for %j, where no value is asked for', async input => {
    const found = await callTool('maturity.list-scorecards', input);

    expect(found.structuredContent).toMatchObject({ items: [], totalItems: 0 });
  });

  it('refuses a track without levels', async () => {
    const input = { track: 'devops' };
    const result = await callTool('maturity.list-scorecards', input);

    expect(result.isError).toBe(true);
    expect(result.content[0].text).toContain('parameter "level" beside it');
  });

  it('lists the components of a type', async () => {
    const found = await callTool('maturity.list-scorecards', {
      type: ['service'],
      lifecycle: ['production'],
    });
    const none = await callTool('maturity.list-scorecards', { type: ['job'] });

    expect(found.structuredContent.totalItems).toBe(2);
    expect(none.structuredContent.totalItems).toBe(0);
  });
});
