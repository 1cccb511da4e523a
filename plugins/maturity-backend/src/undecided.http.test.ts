import { mockCredentials } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component, group } from './__testUtils__/entities';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const someone = mockCredentials.user.header('user:default/someone');
const CARD = '/scorecards/component/default/api';
const PATHS = [
  '/scorecards',
  CARD,
  `${CARD}/history`,
  `${CARD}/badge.svg`,
  '/checks/owner-assigned',
  '/roll-ups?by=owner',
  '/roll-ups/group/default/payments',
  '/roll-ups/group/default/payments/snapshots',
  '/changes',
  '/snapshots',
  '/advice',
  '/sweeps',
];

describe('While nobody decides what a caller may see', () => {
  let portal: Portal;
  let failure: Error | undefined;
  const catalog = new TestCatalog([group('payments'), component('api')]);

  beforeAll(async () => {
    const service = mockServices.permissions.mock({
      authorizeConditional: async requests => {
        if (failure) throw failure;
        return requests.map(({ permission }) =>
          permission.name === 'catalog.entity.read'
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: { rule: 'x', resourceType: 'catalog-entity' },
              }
            : { result: AuthorizeResult.ALLOW },
        );
      },
    });
    portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      features: [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => service,
        }),
      ],
    });
    await portal.sweep();
  });

  beforeEach(() => {
    failure = undefined;
    catalog.down = false;
  });

  afterAll(() => portal.stop());

  it.each(PATHS)('%s says that the catalog does not answer', async path => {
    catalog.down = true;
    const { status, body, headers } = await portal.get(path, someone);

    expect([status, body.error.message]).toEqual([
      503,
      'It cannot be found out what you may see, because the catalog does not answer; ask again in a minute.',
    ]);
    expect(headers['retry-after']).toBe('10');
  });

  it.each(PATHS)('%s tells nothing without a decision', async path => {
    failure = new Error('connect ECONNREFUSED 10.0.0.7:7007');
    const { status, text } = await portal.get(path, someone);

    expect(status).toBe(503);
    expect(text).toContain('because the permission system does not answer');
    expect(text).not.toContain('10.0.0.7');
  });

  it('hands on that the credentials are over', async () => {
    failure = new AuthenticationError('The token has expired.');
    expect((await portal.get('/scorecards', someone)).status).toBe(401);
  });
});
