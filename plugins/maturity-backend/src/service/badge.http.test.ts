import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type request from 'supertest';
import { CLAIMS, ENTITIES, policy } from '../__testUtils__/accessMatrix';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const ANONYMOUS = mockCredentials.none.header();
const LIMITED = mockCredentials.user.header('user:default/limited');
const ADMIN = mockCredentials.user.header('user:default/admin');

async function start(anonymous: unknown): Promise<Portal> {
  const catalog = new TestCatalog([...ENTITIES]);
  catalog.visibleTo = entity =>
    !stringifyEntityRef(entity).includes('classified');
  const portal = await startPortal({
    db: await databases.connect('SQLite'),
    catalog,
    config: { maturity: { badges: { anonymous: anonymous === true } } },
    features: [new PolicyPermissions(policy, CLAIMS).factory],
  });
  await portal.sweep();
  return portal;
}

const path = (name: string, query = '') =>
  `/scorecards/component/default/${name}/badge.svg${query}`;

/** All that an answer tells but the moment and the connection. */
function told({ status, headers, text, body }: request.Response): unknown {
  const { date, connection, 'keep-alive': kept, ...others } = headers;
  return { status, headers: others, svg: text ?? String(body) };
}

function svgOf({ text, body }: request.Response): string {
  return text ?? String(body);
}

describe('The badge route', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await start(false);
  });

  afterAll(() => portal.stop());

  it('gives a picture of the stage that runs nothing and is not kept for others', async () => {
    const answer = await portal.get(path('open-api'), ADMIN);

    expect(svgOf(answer)).toMatch(/^<svg [^]*<title>Stage: Starting, 2 of 5</);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
      'cross-origin-resource-policy': 'same-origin',
      vary: expect.stringMatching(/Authorization.*Cookie/),
    });
  });

  it('gives a picture of the level on a track', async () => {
    const answer = await portal.get(path('open-api', '?track=sre'), ADMIN);

    expect(svgOf(answer)).toContain('<title>SRE: No level yet, 0 of 3</title>');
  });

  it.each(['', '?track=sre'])(
    'answers alike for what is hidden and what does not exist, with "%s"',
    async query => {
      const [hidden, missing, guest] = await Promise.all([
        portal.get(path('classified-api', query), LIMITED),
        portal.get(path('nothing', query), LIMITED),
        portal.get(
          path('open-api', query),
          mockCredentials.user.header('user:default/guest'),
        ),
      ]);

      expect(svgOf(hidden)).toContain(': Unknown</title>');
      expect(told(hidden)).toEqual(told(missing));
      expect(told(guest)).toEqual(told(missing));
    },
  );

  it('asks for credentials', async () => {
    const { status } = await portal.get(path('open-api'), ANONYMOUS);

    expect(status).toBe(401);
  });

  it('refuses a track that there is not', async () => {
    const { status, body } = await portal.get(
      path('open-api', '?track=nothing'),
      ADMIN,
    );

    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'The query parameter "track" is "nothing"; expected the id of a track that is in force.',
    );
  });
});

describe('The badge route where everybody is answered', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await start(true);
  });

  afterAll(() => portal.stop());

  it('gives badges without credentials, also to other origins and shared caches', async () => {
    const answer = await portal.get(path('open-api', '?track=sre'), ANONYMOUS);

    expect(answer.status).toBe(200);
    expect(svgOf(answer)).toContain('SRE: No level yet, 0 of 3');
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('keeps from signed-in callers what they may not see', async () => {
    const [hidden, missing] = await Promise.all([
      portal.get(path('classified-api'), LIMITED),
      portal.get(path('nothing'), LIMITED),
    ]);

    expect(told(hidden)).toEqual(told(missing));
  });

  it.each([
    '/scorecards',
    '/scorecards/component/default/open-api',
    '/scorecards/component/default/open-api/history',
    '/roll-ups?by=owner',
    '/advice',
    '/snapshots',
    '/sweeps',
  ])('still asks for credentials at %s', async address => {
    const { status } = await portal.get(address, ANONYMOUS);

    expect(status).toBe(401);
  });
});
