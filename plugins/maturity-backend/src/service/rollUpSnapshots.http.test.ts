import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CLAIMS, policy } from '../__testUtils__/accessMatrix';
import { component, group, system } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-06-15T12:00:00Z');
const user = mockCredentials.user.header;
const admin = user('user:default/admin');
/** Sees nothing that is called classified. */
const limited = user('user:default/limited');
/** Sees everything, and reads the scorecards of the group "open". */
const member = user('user:default/member');

function owned(name: string, owner: string, options: { tier?: string } = {}) {
  const { tier } = options;
  return component(name, {
    spec: { owner: `group:default/${owner}`, system: 'shop' },
    annotations: tier ? { 'maturity/tier': tier } : undefined,
  });
}

describe.each(ENGINES)('The snapshots of a roll-up on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const clock = jest.spyOn(Date, 'now');
    const catalog = new TestCatalog([
      group('company'),
      group('open', 'company'),
      group('closed', 'company'),
      system('shop'),
      owned('first', 'open'),
      owned('classified-api', 'closed'),
    ]);
    catalog.visibleTo = entity =>
      !stringifyEntityRef(entity).includes('classified');
    clock.mockReturnValue(TODAY - 9 * DAY_MS);
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog,
      features: [new PolicyPermissions(policy, CLAIMS).factory],
    });
    await portal.sweep();
    await portal.sweep();
    // A hidden component comes to the open group and leaves it, and a second open one stays.
    clock.mockReturnValue(TODAY - 6 * DAY_MS);
    catalog.replace(owned('classified-api', 'open'));
    await portal.sweep();
    clock.mockReturnValue(TODAY - 4 * DAY_MS);
    catalog.replace(owned('classified-api', 'closed'));
    catalog.replace(owned('second', 'open'));
    await portal.sweep();
    clock.mockReturnValue(TODAY);
    catalog.replace(owned('second', 'open', { tier: '1' }));
    await portal.sweep();
  });

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(TODAY);
  });

  afterAll(() => portal.stop());
  afterAll(() => jest.restoreAllMocks());

  const ask = async (path: string, by = admin) => {
    const { status, body } = await portal.get(`/roll-ups/${path}`, by);
    expect(status).toBe(200);
    return {
      restricted: body.restricted,
      totals: body.items.map((item: { day: string; total: number }) => [
        item.day,
        item.total,
      ]),
    };
  };

  it('are the counts of each day, oldest first', async () => {
    expect(await ask('group/default/open/snapshots')).toEqual({
      restricted: false,
      totals: [
        ['2026-06-06', 1],
        ['2026-06-09', 2],
        ['2026-06-11', 2],
        ['2026-06-15', 2],
      ],
    });
    expect(await ask('system/default/shop/snapshots?days=5')).toEqual({
      restricted: false,
      totals: [
        ['2026-06-11', 3],
        ['2026-06-15', 3],
      ],
    });
  });

  it('hold stages and levels as the snapshots of the organization do', async () => {
    const { body } = await portal.get(
      '/roll-ups/group/default/company/snapshots?days=1',
      admin,
    );
    const whole = await portal.get('/snapshots?days=1', admin);

    const [{ signals, ...counts }] = whole.body.items;
    expect(signals).toMatchObject({ services: 3 });
    expect(body.items).toEqual([counts]);
    expect(body.items[0].total).toBe(3);
  });

  it.each([
    ['limited', limited],
    ['member', member],
  ])(
    'are shown to the %s caller for the days on which nothing else was counted',
    async (_, by) => {
      expect(await ask('group/default/open/snapshots', by)).toEqual({
        restricted: true,
        totals: [
          ['2026-06-11', 2],
          ['2026-06-15', 2],
        ],
      });
      for (const path of ['group/default/company', 'system/default/shop']) {
        expect(await ask(`${path}/snapshots`, by)).toEqual({
          restricted: true,
          totals: [],
        });
      }
    },
  );

  it.each([
    ['group/default/nothing/snapshots', 404, '"group:default/nothing"'],
    ['user/default/ada/snapshots', 400, 'expected group, system or domain'],
    ['component/default/first/snapshots', 400, 'expected group, system or'],
    ['group/default/open/snapshots?days=0', 400, '"days" is "0"'],
    ['group/default/open/snapshots?check=x', 400, 'check'],
  ])('refuse %s', async (path, expected, message) => {
    const { status, body } = await portal.get(`/roll-ups/${path}`, admin);

    expect(status).toBe(expected);
    expect(body.error.message).toContain(message);
  });
});
