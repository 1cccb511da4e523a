import request from 'supertest';
import { component, group } from '../../__testUtils__/entities';
import { type Portal, startPortal } from '../../__testUtils__/startPortal';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { spec } from '../../schema/openapi.generated';
import { documentedRequest } from './documentedParameters';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const CARD = '/scorecards/component/default/api';
const ADDRESSES: Readonly<Record<string, string>> = {
  '{id}': 'owner-assigned',
  '{kind}': 'group',
  '{namespace}': 'default',
  '{name}': 'payments',
};

const PATHS = Object.entries(spec.paths)
  .filter(([, item]) => 'get' in item)
  .map(([template]) =>
    template.replace(/\{\w+\}/g, part => ADDRESSES[part] ?? part),
  )
  .map(path => path.replace(/^\/scorecards\/group.*payments/, CARD));

const PARAMETERS = PATHS.flatMap(path =>
  (documentedRequest({ method: 'GET', path })?.parameters ?? [])
    .filter(({ in: at }) => at === 'query')
    .map(({ name, schema }): [string, string, typeof schema] => [
      path,
      name,
      schema,
    ]),
);

function encodedCursor(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

describe.each(ENGINES)('Requests on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: new TestCatalog([group('payments'), component('api')]),
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  async function refusal(path: string): Promise<string> {
    const { status, body } = await portal.get(path);
    expect([path, status]).toEqual([path, 400]);
    const { message } = body.error;
    expect(message).not.toMatch(/undefined|\[object Object\]/);
    expect(message).toMatch(/; expected .*\.$/s);
    return message;
  }

  it('knows parameters of most routes', () => {
    expect(PATHS.length).toBeGreaterThan(10);
    expect(PARAMETERS.length).toBeGreaterThan(20);
  });

  it.each(PARAMETERS)('%s refuses what %s cannot be', async (path, name) => {
    // Without it nothing else would be looked at.
    const start = name === 'parent' ? `${path}?by=owner&` : `${path}?`;
    const inner = encodeURIComponent(`${name}[a]`);
    expect(await refusal(`${start}${inner}=odd`)).toContain('odd');
    const twice = `${name}=odd,one&${name}=odd:two`;
    const { status, body } = await portal.get(`${start}${twice}`);
    // Free words may be any; everything else says what it was given.
    const told = status === 400 ? body.error.message : 'odd,one';
    expect([200, 400, 404]).toContain(status);
    expect(told).toContain('odd,one');
  });

  it.each([
    ['limit=0', 'is "0"; expected an integer from 1 to 500.'],
    ['limit=0x10', 'is "0x10"; expected an integer from 1 to 500.'],
    ['limit=1e2', 'is "1e2"; expected an integer from 1 to 500.'],
    ['limit=%205', 'is " 5"; expected an integer from 1 to 500.'],
    ['limit=', 'is ""; expected a value, or no such parameter.'],
    ['limit=1&limit=2', 'is "1, 2"; expected an integer from 1 to 500.'],
    ['limit[a]=1', 'is "limit[a]=1"; expected an integer from 1 to 500.'],
    ['limit[__proto__]=5', 'is "limit[__proto__]=5"; expected an integer from'],
    [
      'limit=999999999999999999999',
      'is "999999999999999999999"; expected an integer from 1 to 500.',
    ],
    ['tier=1,2', 'is "1,2"; expected one of 1, 2, 3, 4, none, and at most 5'],
    ['sort=level:none', 'is "level:none"; expected one of the tracks devops,'],
  ])('says of %s what was wrong', async (query, message) => {
    const [name] = query.split(/[=[]/);
    expect(await refusal(`/scorecards?${query}`)).toContain(
      `The query parameter "${name}" ${message}`,
    );
  });

  it('cuts what it quotes', async () => {
    expect(await refusal(`/scorecards?q=${'x'.repeat(201)}`)).toContain(
      'x…"; expected one text of at most 200 characters.',
    );
  });

  it('says which parameter is missing', async () => {
    expect(await refusal('/roll-ups')).toBe(
      'The query parameter "by" is missing; expected one of organization, owner, system, domain, type, tier.',
    );
  });

  it.each(['parent=payments', 'parent=group:default/%00', 'parent=a:b/c/d'])(
    'refuses the set %s',
    async query => {
      expect(await refusal(`/roll-ups?by=owner&${query}`)).toContain(
        'The query parameter "parent" is "',
      );
    },
  );

  it.each([
    '__proto__=secret',
    '__proto__[x]=secret',
    'constructor=secret',
    '=secret',
    '%FF=secret',
    'colour=secret',
  ])('refuses the unknown parameter in ?%s with its value', async query => {
    const sent = query.includes('[') ? query : 'secret';
    expect(await refusal(`/scorecards?${query}`)).toContain(
      `with the value "${sent}" is not known; expected one of track, level,`,
    );
  });

  it('quotes the part of an address that is too long', async () => {
    const name = 'x'.repeat(64);
    expect(await refusal(`/scorecards/component/default/${name}`)).toBe(
      `The part of the address "name" is "${name}"; expected one text of 1 to 63 characters.`,
    );
  });

  it.each(['%', '%ff', '%c0%af'])(
    'says of the address with %s that it cannot be decoded',
    async part => {
      expect(await refusal(`/scorecards/component/default/${part}`)).toContain(
        `default/${part}" cannot be decoded`,
      );
    },
  );

  it.each(['%E2%80%AE', '%E2%80%8B', '%00', '%0a'])(
    'refuses an invisible character such as %s in a name',
    async part => {
      expect(await refusal(`/scorecards/component/default/a${part}b`)).toMatch(
        /none of them with a space, an invisible character,/,
      );
    },
  );

  it.each([
    ['tier', 'x'],
    ['tier', 1.5],
    ['tier', 99_999],
    ['score:sre', 'x'],
    ['overall', 1e300],
    ['name', 5],
    ['owner', 5],
    ['evaluated', 'x'],
    ['evaluated', 1e300],
    ['evaluated', -1e15],
    ['evaluated', 0.5],
  ])('refuses a cursor of the order %s at %p', async (sort, value) => {
    const cursor = encodedCursor({ s: sort, d: 'after', v: value, r: 'x' });
    expect(await refusal(`/scorecards?sort=${sort}&cursor=${cursor}`)).toBe(
      `The query parameter "cursor" is "${cursor}"; expected a cursor that an earlier page gave.`,
    );
  });

  it.each(['tier', 'score:sre', 'overall', 'name', 'owner', 'evaluated'])(
    'takes a cursor of the order %s that a page gave',
    async sort => {
      const value = /name|owner/.test(sort) ? 'a' : 1;
      const cursor = encodedCursor({ s: sort, d: 'after', v: value, r: 'x' });
      const path = `/scorecards?sort=${sort}&cursor=${cursor}`;
      expect((await portal.get(path)).status).toBe(200);
    },
  );

  it.each([
    '/nothing',
    '/scorecards/x',
    '/checks/',
    '/checks/a/b',
    '/scorecards/',
    '/Scorecards',
    '/openapi.json/',
    `${CARD}/`,
  ])('has no route %s and says so', async path => {
    for (const asked of [path, `${path}?limit=0x10`, `${path}?colour=red`]) {
      const { status, body } = await portal.get(asked);
      expect(status).toBe(404);
      expect(body.error).toMatchObject({
        name: 'NotFoundError',
        message: `There is no route "${path}"; expected one that /openapi.json lists.`,
      });
    }
  });

  it('names the methods of a route that was asked for by another', async () => {
    const answer = await portal.post('/definitions');
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET');
    expect(answer.body.error.message).toBe(
      'The route "/definitions" was asked for by POST; expected GET.',
    );
    expect((await portal.get(`${CARD}/refresh`)).status).toBe(405);
  });

  it('treats its document like every other route', async () => {
    const answer = await portal.post('/openapi.json');
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET');
    expect(await refusal('/openapi.json?x=1')).toBe(
      'The query parameter "x" with the value "1" is not known; expected none at this address.',
    );
  });

  it.each([
    ['application/json', '{broken'],
    ['application/json', JSON.stringify('x'.repeat(200_000))],
    ['application/json; charset=odd', '{}'],
    ['text/plain', 'text'],
  ])('reads no body of the type %s', async (type, body) => {
    // Otherwise the answer would wait for a change that does not come.
    portal.catalog.mayRefresh = false;
    const answer = await portal
      .post(`${CARD}/refresh`)
      .set('Content-Type', type)
      .send(body);
    expect(answer.status).toBe(200);
  });

  it('lets no cache stand between an answer and its caller', async () => {
    for (const path of ['/definitions', CARD, '/scorecards?limit=0']) {
      const { headers } = await portal.get(path);
      expect(headers['cache-control']).toBe('private, no-cache');
      expect(headers.vary).toContain('Authorization');
    }
    const { headers } = await portal.get('/definitions');
    const again = await portal
      .get('/definitions')
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
  });

  it('serves the document that it works by', async () => {
    const { body } = await portal.get('/openapi.json');
    const paths = Object.entries(spec.paths).map(([path, item]) => [
      `/api/maturity${path}`,
      item,
    ]);
    expect(body).toEqual({ ...spec, paths: Object.fromEntries(paths) });
    expect(body.openapi).toBe('3.1.0');
  });

  it.each([
    ...PATHS.flatMap(path => [path, `${path}?colour=red`]),
    '/scorecards?type=service&tier=1&owner=group:default/payments',
    '/scorecards?stage=sre&check=owner-assigned&status=pass',
    '/scorecards?limit=0',
    '/scorecards?limit=0x10',
    '/scorecards?q[a]=1',
    '/scorecards?level=9&track=devops',
    '/scorecards/component/default/%',
    `/scorecards/component/default/${'x'.repeat(64)}`,
    `${CARD}/history?cursor=x`,
    `${CARD}/refresh`,
    '/roll-ups?by=owner',
    '/roll-ups?by=x',
    '/roll-ups/group/default/payments?limit=501',
    '/snapshots?check=x',
    '/checks/nothing',
    '/openapi.json',
    '/openapi.json?x=1',
    '/scorecards/',
  ])('answers a HEAD of %s like a GET, without a body', async path => {
    const { server } = portal.backend;
    const { status, headers } = await portal.get(path);
    const answer = await request(server).head(`/api/maturity${path}`);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(headers['content-type']);
    expect(answer.headers.allow).toBe(headers.allow);
    expect(answer.text).toBeUndefined();
  });
});
