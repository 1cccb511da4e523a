import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { listScopeSnapshots } from '../database';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const NOON = Date.parse('2026-06-15T12:00:00Z');
const MINUTE_MS = 60_000;

describe.each(ENGINES)('Counting groups on %s', engine => {
  afterEach(() => jest.restoreAllMocks());

  it('begins with the second sweep, follows changes at a distance, and leaves none uncounted', async () => {
    const catalog = await SweptCatalog.create(await databases.connect(engine));
    const { db } = catalog;
    const clock = jest.spyOn(Date, 'now');
    const sweepAt = async (minutes: number) => {
      clock.mockReturnValue(NOON + minutes * MINUTE_MS);
      const { evaluated } = await catalog.sweep();
      return evaluated;
    };
    const counted = async () => {
      const [newest] = await listScopeSnapshots(db, {
        scopeRef: 'group:default/payments',
        since: '2026-06-15',
      });
      return [...newest.stages.values()].reduce((sum, n) => sum + n, 0);
    };

    catalog.entities = [group('payments'), component('first')];
    await sweepAt(0);
    expect(await db('maturity_scope_snapshots')).toEqual([]);
    expect(await sweepAt(1)).toBe(0);
    expect(await counted()).toBe(1);

    catalog.entities = [...catalog.entities, component('second')];
    expect(await sweepAt(5)).toBe(1);
    expect(await counted()).toBe(1);

    // Nothing has changed since, but something had not been counted.
    expect(await sweepAt(17)).toBe(0);
    expect(await counted()).toBe(2);

    await db('maturity_scope_snapshots').delete();
    await sweepAt(60);
    expect(await db('maturity_scope_snapshots')).toEqual([]);
  });
});
