import { mockCredentials } from '@backstage/backend-test-utils';
import { CLAIMS, policy } from './__testUtils__/accessMatrix';
import { component, group } from './__testUtils__/entities';
import { PolicyPermissions } from './__testUtils__/policyPermissions';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const SIZES = [10, 500] as const;
const NOON = Date.parse('2026-06-15T12:00:00Z');
const CARD = '/scorecards/component/default/c1';

const PATHS: readonly string[] = [
  '/advice',
  '/definitions',
  '/checks/owner-assigned',
  '/scorecards?limit=500',
  '/scorecards?check=owner-assigned&status=pass&sort=-owner',
  '/scorecards',
  CARD,
  `${CARD}/history`,
  `${CARD}/badge.svg`,
  '/roll-ups?by=organization',
  '/roll-ups?by=owner',
  '/roll-ups?by=type',
  '/roll-ups/group/default/open',
  '/roll-ups/group/default/open/snapshots',
  '/changes',
  '/snapshots',
  '/sweeps',
];

const USERS = {
  /** The catalog's decision has conditions. */
  limited: mockCredentials.user.header('user:default/limited'),
  /** The decision on scorecards has conditions. */
  member: mockCredentials.user.header('user:default/member'),
};

interface Calls {
  catalog: number;
  permissions: number;
}

/** What each route asks of others, nothing being kept from the route before. */
async function callsOf(size: number, by: string): Promise<Map<string, Calls>> {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOON);
  const permissions = new PolicyPermissions(policy, CLAIMS);
  const entities = Array.from({ length: size }, (_, at) =>
    component(`c${at}`, { spec: { owner: 'group:default/open' } }),
  );
  const catalog = new TestCatalog([group('open'), ...entities]);
  const portal: Portal = await startPortal({
    db: await databases.connect('SQLite'),
    catalog,
    features: [permissions.factory],
  });
  await portal.sweep();
  const total = () => ({
    catalog: catalog.calls.getEntities + catalog.calls.streamEntities,
    permissions: permissions.asked,
  });
  const found = new Map<string, Calls>();
  for (const [at, path] of PATHS.entries()) {
    const before = total();
    const type = path === '/scorecards' ? 'text/csv' : 'application/json';
    await portal.get(path, by).set('Accept', type);
    const after = total();
    found.set(path, {
      catalog: after.catalog - before.catalog,
      permissions: after.permissions - before.permissions,
    });
    // What a caller may see is kept for half a minute.
    clock.mockReturnValue(NOON + (at + 1) * 31_000);
  }
  await portal.stop();
  clock.mockRestore();
  return found;
}

describe.each(Object.entries(USERS))('Calls for %s', (name, by) => {
  let small: Map<string, Calls>;
  let large: Map<string, Calls>;

  beforeAll(async () => {
    small = await callsOf(SIZES[0], by);
    large = await callsOf(SIZES[1], by);
  });

  it.each(PATHS)('are as many for 10 entities as for 500 at %s', path => {
    expect(large.get(path)).toEqual(small.get(path));
    const free = path === '/definitions';
    expect(small.get(path)).toEqual({
      catalog: free || name === 'member' ? 0 : 1,
      permissions: free ? 0 : 2,
    });
  });
});
