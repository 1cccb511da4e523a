import { component, domain, group, system } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

interface Item {
  key: string;
  parent: string | null;
  rollUp: { total: number; counted: number; tracks: object };
}

describe.each(ENGINES)('Roll-ups over HTTP on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const catalog = new TestCatalog([
      group('company'),
      group('payments', 'company'),
      group('ledger', 'payments'),
      group('idle', 'company'),
      // A circle of groups harms nobody.
      group('snake', 'tail'),
      group('tail', 'snake'),
      domain('money'),
      system('checkout', 'money'),
      system('vault', 'money'),
      component('api', {
        spec: { owner: 'payments', system: 'checkout' },
        annotations: { 'maturity/tier': '1' },
      }),
      component('book', { spec: { owner: 'ledger', system: 'vault' } }),
      component('demo', {
        spec: { owner: 'ledger', lifecycle: 'experimental', type: 'website' },
      }),
      component('lost', { spec: { owner: 'nobody' } }),
      component('round', { spec: { owner: 'snake' } }),
    ]);
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog,
      config: { organization: { name: 'Acme' } },
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  async function totals(query: string) {
    const { status, body } = await portal.get(`/roll-ups?${query}`);
    expect(status).toBe(200);
    return body.items.map(({ key, parent, rollUp }: Item) => [
      key,
      parent,
      rollUp.total,
    ]);
  }

  it.each([
    ['system=system:default/vault', ['component:default/book']],
    [
      'system=domain:default/money',
      ['component:default/api', 'component:default/book'],
    ],
  ])('have the same members as the list of %s', async (query, expected) => {
    const { body } = await portal.get(`/scorecards?${query}`);

    expect(
      body.items.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual(expected);
  });

  it('cover the organization', async () => {
    const { body } = await portal.get('/roll-ups?by=organization');

    expect(body.items).toEqual([
      expect.objectContaining({
        key: 'organization',
        title: 'Acme',
        entityRef: null,
      }),
    ]);
    expect(body.items[0].rollUp).toMatchObject({
      total: 5,
      counted: 4,
      experimental: 1,
      deprecated: 0,
    });
    expect(body.newestSweep).toMatchObject({ status: 'succeeded', total: 5 });
  });

  it('count the components of child groups, circles included', async () => {
    expect(await totals('by=owner')).toEqual([
      ['group:default/company', null, 3],
      ['group:default/ledger', 'group:default/payments', 2],
      ['group:default/payments', 'group:default/company', 3],
      ['group:default/snake', 'group:default/tail', 1],
      ['group:default/tail', 'group:default/snake', 1],
      ['', null, 1],
    ]);
  });

  it('can be limited to child groups', async () => {
    expect(await totals('by=owner&parent=group:default/company')).toEqual([
      ['group:default/payments', 'group:default/company', 3],
    ]);
  });

  it.each([
    [
      'by=system',
      [
        ['system:default/checkout', 'domain:default/money', 1],
        ['system:default/vault', 'domain:default/money', 1],
        ['', null, 3],
      ],
    ],
    [
      'by=domain',
      [
        ['domain:default/money', null, 2],
        ['', null, 3],
      ],
    ],
    [
      'by=type',
      [
        ['service', null, 4],
        ['website', null, 1],
      ],
    ],
    [
      'by=tier',
      [
        ['1', null, 1],
        ['', null, 4],
      ],
    ],
  ])('list sets %s', async (query, expected) => {
    expect(await totals(query)).toEqual(expected);
  });

  it('give one set with children and members', async () => {
    const { status, body } = await portal.get(
      '/roll-ups/group/default/payments',
    );

    expect(status).toBe(200);
    expect(body.item.rollUp.total).toBe(3);
    expect(body.children.map(({ key }: Item) => key)).toEqual([
      'group:default/ledger',
    ]);
    expect(body.members.totalItems).toBe(3);
    const page = await portal.get('/roll-ups/group/default/payments?limit=2');
    const rest = await portal.get(
      `/roll-ups/group/default/payments?limit=2&cursor=${page.body.members.pageInfo.nextCursor}`,
    );
    expect(rest.body.members.items).toHaveLength(1);
  });

  it('have the minimum of a system that holds a tier 1 component', async () => {
    const { body } = await portal.get('/roll-ups/system/default/checkout');
    const vault = await portal.get('/roll-ups/system/default/vault');

    expect(body.item.rollUp.tracks.devops.minimum).not.toBeNull();
    expect(vault.body.item.rollUp.tracks.devops.minimum).toBeNull();
  });

  it('have no level where there is no component', async () => {
    const { status, body } = await portal.get('/roll-ups/group/default/idle');

    expect(status).toBe(200);
    expect(body.item.rollUp.total).toBe(0);
    expect(body.item.rollUp.tracks.devops.level).toBeNull();
  });

  it.each([
    [
      '/roll-ups/group/default/nothing',
      404,
      'There is no roll-up of "group:default/nothing"',
    ],
    [
      '/roll-ups/component/default/api',
      400,
      'The kind of "component:default/api" is "component"; expected group, user, system or domain.',
    ],
    ['/roll-ups', 400, 'by'],
    [
      '/roll-ups?by=colour',
      400,
      'The query parameter "by" is "colour"; expected one of organization, owner,',
    ],
    [
      '/roll-ups?by=type&parent=group:default/company',
      400,
      'The query parameter "parent" is "group:default/company" beside "by=type"',
    ],
  ])('refuse %s', async (path, status, message) => {
    const answer = await portal.get(path);

    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
  });
});
