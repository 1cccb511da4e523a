import { component, group } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const PATH = '/scorecards/component/default/a/history';

describe.each(ENGINES)('The history route on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const db = await databases.connect(engine);
    const catalog = new TestCatalog([group('payments')]);
    portal = await startPortal({ db, catalog });
    for (const tier of [undefined, '1', undefined, '2']) {
      const annotations = tier ? { 'maturity/tier': tier } : undefined;
      catalog.replace(component('a', { annotations }));
      await portal.sweep();
    }
  });

  afterAll(() => portal.stop());

  const statusesOf = (items: { checks: { check: string; to: string }[] }[]) =>
    items.map(
      ({ checks }) => checks.find(each => each.check === 'tier-declared')?.to,
    );

  it('gives changes page by page, newest first', async () => {
    const first = await portal.get(`${PATH}?limit=2`);
    expect(first.status).toBe(200);
    expect(statusesOf(first.body.items)).toEqual(['pass', 'fail']);

    const { nextCursor } = first.body.pageInfo;
    const second = await portal.get(`${PATH}?limit=2&cursor=${nextCursor}`);
    expect(statusesOf(second.body.items)).toEqual(['pass']);
    expect(second.body.pageInfo).toEqual({});
    expect(second.body.items[0]).toMatchObject({
      newDefinitions: false,
      changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('keeps the history of an entity that is gone', async () => {
    const { catalog } = portal;
    const before = catalog.entities;
    catalog.entities = [group('payments')];
    await portal.sweep();
    const { body } = await portal.get(PATH);
    expect(body.items).toHaveLength(3);
    catalog.entities = before;
    await portal.sweep();
  });

  it('knows nothing of an entity that never was', async () => {
    const { status } = await portal.get(
      '/scorecards/component/default/never/history',
    );
    expect(status).toBe(404);
  });

  it.each(['x', '-1', '99999999999999'])(
    'refuses the cursor "%s"',
    async cursor => {
      const { status } = await portal.get(`${PATH}?cursor=${cursor}`);
      expect(status).toBe(400);
    },
  );
});
