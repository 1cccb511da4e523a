import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CapturedAudit } from '../__testUtils__/CapturedAudit';
import { component, group } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const PATH = '/scorecards/component/default/api';
const paula = mockCredentials.user.header('user:default/paula');
const olga = mockCredentials.user.header('user:default/olga');
const nobody = mockCredentials.user.header('user:default/nobody');
const reader = mockCredentials.user.header('user:default/reader');

const permissions = new PolicyPermissions({
  async handle({ permission }, user) {
    const ref = user?.info.userEntityRef;
    const refused =
      ref === 'user:default/nobody' ||
      (ref === 'user:default/reader' &&
        permission.name === 'maturity.scorecard.refresh');
    return { result: refused ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
  },
});

describe('Refreshes that are too many', () => {
  let portal: Portal;
  const audit = new CapturedAudit();

  beforeAll(async () => {
    const catalog = new TestCatalog([group('payments'), component('api')]);
    catalog.mayRefresh = false;
    portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      config: { maturity: { refresh: { limit: 2 } } },
      features: [audit.factory, permissions.factory],
    });
    await portal.sweep();
  });

  beforeEach(() => {
    audit.events.length = 0;
  });

  afterAll(() => portal.stop());

  it('are answered with 429, a sentence, and when to ask again', async () => {
    for (let turn = 0; turn < 2; turn++) {
      expect((await portal.post(`${PATH}/refresh`, paula)).status).toBe(200);
    }
    const refused = await portal.post(`${PATH}/refresh`, paula);

    expect(refused.status).toBe(429);
    expect(refused.body.error.message).toMatch(
      /^You have asked for 2 refreshes within a minute, and no more are allowed; ask again in \d+ seconds?\.$/,
    );
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await portal.post(`${PATH}/refresh`, olga)).status).toBe(200);
    expect((await portal.get(PATH, paula)).status).toBe(200);
    const told = {
      event: 'scorecard-refresh',
      path: `${PATH}/refresh`,
      meta: {
        entityRef: 'component:default/api',
        caller: 'user user:default/paula',
      },
    };
    expect(audit.events).toEqual([
      { ...told, outcome: 'success' },
      { ...told, outcome: 'success' },
      { ...told, outcome: 'TooManyRefreshesError' },
      {
        ...told,
        meta: { ...told.meta, caller: 'user user:default/olga' },
        outcome: 'success',
      },
    ]);
  });

  it('do not count when they are refused anyway', async () => {
    for (let turn = 0; turn < 3; turn++) {
      expect((await portal.post(`${PATH}/refresh`, reader)).status).toBe(403);
    }
    expect(audit.events.map(({ outcome }) => outcome)).toEqual([
      'NotAllowedError',
      'NotAllowedError',
      'NotAllowedError',
    ]);
  });

  it.each(['default/nothing', '42/api'])(
    'tell nobody of a refusal where there is no scorecard of %s',
    async name => {
      const path = `/scorecards/component/${name}/refresh`;
      const { status, body } = await portal.post(path, reader);

      expect(status).toBe(404);
      expect(body.error.message).toContain('There is no scorecard of');
      expect(audit.events.map(({ outcome }) => outcome)).toEqual([
        'NotFoundError',
      ]);
    },
  );

  it('and denied reads are told to the auditor', async () => {
    await portal.get(PATH, nobody);
    await portal.get('/roll-ups/group/default/payments', nobody);
    await portal.get('/advice', nobody);
    await portal.get('/sweeps', nobody);

    expect(
      audit.events.map(({ event, meta, outcome }) => [event, meta, outcome]),
    ).toEqual([
      [
        'denied-read',
        {
          query: 'scorecard',
          entityRef: 'component:default/api',
          caller: 'user user:default/nobody',
        },
        'NotFoundError',
      ],
      [
        'denied-read',
        {
          query: 'roll-up',
          entityRef: 'group:default/payments',
          caller: 'user user:default/nobody',
        },
        'NotFoundError',
      ],
      [
        'denied-read',
        { query: 'advice', caller: 'user user:default/nobody' },
        'NotAllowedError',
      ],
      [
        'denied-read',
        { query: 'sweeps', caller: 'user user:default/nobody' },
        'NotAllowedError',
      ],
    ]);
  });

  it('and files of scorecards are told to the auditor', async () => {
    const csv = (by: string) =>
      portal.get('/scorecards', by).set('Accept', 'text/csv');
    expect((await csv(reader)).status).toBe(200);
    expect((await csv(nobody)).status).toBe(200);

    expect(audit.events).toEqual([
      {
        event: 'scorecard-export',
        meta: { caller: 'user user:default/reader', scorecards: 1 },
        path: '/scorecards',
        outcome: 'success',
      },
      {
        event: 'scorecard-export',
        meta: { caller: 'user user:default/nobody', scorecards: 0 },
        path: '/scorecards',
        outcome: 'success',
      },
    ]);
  });
});
