import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const signal = new AbortController().signal;

const tiered = (tier: string) => [
  group('payments'),
  component('a', { annotations: { 'maturity/tier': tier } }),
];

describe.each(ENGINES)('Two sweeps at once on %s', engine => {
  it('leave what the newer one wrote, however late the older one comes', async () => {
    const db = await databases.connect(engine);
    const catalog = await SweptCatalog.create(db);
    catalog.entities = tiered('1');
    await catalog.sweep();

    // The older sweep has read its page when its replica stands still for a while.
    let resume = () => {};
    const stopped = new Promise<void>(resolve => {
      resume = resolve;
    });
    let reached = () => {};
    const reading = new Promise<void>(resolve => {
      reached = resolve;
    });
    const old = await SweptCatalog.create(db);
    old.entities = [...tiered('2'), component('gone')];
    old.afterPages = async () => {
      reached();
      await stopped;
    };
    const late = old.newSweep().run(signal);
    await reading;

    catalog.entities = tiered('3');
    await catalog.sweep();
    const after = await catalog.stored();
    const state = await db('maturity_state').orderBy('key');
    resume();
    const record = await late;

    expect(record.status).toBe('failed');
    expect(record.error).toBe(
      'Sweep 2 may not write any more, because sweep 3 has begun since. The stored scorecards stay as they are.',
    );
    expect(await catalog.stored()).toEqual(after);
    expect(await db('maturity_state').orderBy('key')).toEqual(state);
    expect(await catalog.evaluated()).toEqual([]);
  });
});
