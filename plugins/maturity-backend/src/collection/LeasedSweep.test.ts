import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { acquireLease, readLease, releaseLease } from '../database';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const signal = new AbortController().signal;
const OTHER = { name: 'sweep', holder: 'far-away 7 x', length: 60_000 };
const FREE = { state: 'free', holder: null };

describe.each(ENGINES)('LeasedSweep on %s', engine => {
  let db: Knex;
  let catalog: SweptCatalog;

  beforeEach(async () => {
    db = await databases.connect(engine);
    catalog = await SweptCatalog.create(db);
    catalog.entities = [group('payments'), component('a')];
  });

  const sweeps = (): Promise<{ status: string; error: string | null }[]> =>
    db('maturity_sweeps').orderBy('id').select('status', 'error');

  it('sweeps and gives the lease back', async () => {
    const record = await catalog.newLeasedSweep().run(signal);
    expect(record).toMatchObject({ status: 'succeeded', written: 1 });
    expect(await readLease(db, 'sweep')).toEqual(FREE);
  });

  it('skips quietly while another process sweeps', async () => {
    await acquireLease(db, OTHER);
    expect(await catalog.newLeasedSweep().run(signal)).toBeUndefined();
    expect(await sweeps()).toEqual([]);
    expect(catalog.lines).toEqual([
      'debug Another process sweeps at the moment; this one waits.',
    ]);

    await releaseLease(db, OTHER);
    expect(await catalog.newLeasedSweep().run(signal)).toBeDefined();
  });

  it('runs one of two sweeps of one process that begin at once', async () => {
    const sweep = catalog.newLeasedSweep();
    const records = await Promise.all([sweep.run(signal), sweep.run(signal)]);
    expect(records.filter(Boolean)).toHaveLength(1);
    expect(await sweeps()).toHaveLength(1);
  });

  it('keeps the lease for as long as the sweep lasts', async () => {
    catalog.onPage = () => pause(1_500);
    const other = await SweptCatalog.create(db);
    const running = catalog.newLeasedSweep(900).run(signal);
    await pause(1_200);
    expect((await readLease(db, 'sweep')).state).toBe('held');
    expect(await other.newLeasedSweep(900).run(signal)).toBeUndefined();
    expect(await running).toMatchObject({ status: 'succeeded' });
  });

  it('takes over from a process that is gone, and says so', async () => {
    await acquireLease(db, OTHER);
    const sweep = catalog.newLeasedSweep();
    expect(await sweep.takeOver(signal)).toBe(false);
    await db('maturity_leases').update({ expires_at: 1 });
    expect(await sweep.takeOver(signal)).toBe(true);
    expect(catalog.lines[0]).toBe(
      'warn The sweep of process 7 on "far-away" has not shown a sign of life for longer than its lease; this process takes over.',
    );
    expect(await sweeps()).toEqual([{ status: 'succeeded', error: null }]);
    expect(await sweep.takeOver(signal)).toBe(false);
  });

  it('says whose place it takes, also when its own time to sweep comes first', async () => {
    await acquireLease(db, OTHER);
    await db('maturity_leases').update({ expires_at: 1 });
    await catalog.newLeasedSweep().run(signal);
    expect(catalog.lines[0]).toMatch(
      /^warn The sweep of process 7 on "far-away" .* this process takes over\.$/,
    );
  });

  it('gives up when another process has taken the lease', async () => {
    catalog.onPage = async () => {
      await db('maturity_leases').update({ holder: OTHER.holder });
      await new Promise(() => {});
    };
    const record = await catalog.newLeasedSweep(300).run(signal);
    expect(record).toMatchObject({
      status: 'failed',
      error:
        'Another process has taken over, and the sweep was stopped before its end.',
    });
    // What is another's is not given back.
    expect((await readLease(db, 'sweep')).holder).toBe(OTHER.holder);
  });

  it('ends within 5 seconds while it writes, with no transaction in flight', async () => {
    catalog.entities = [
      group('payments'),
      ...Array.from({ length: 1_000 }, (_, index) => component(`svc-${index}`)),
    ];
    const sweep = catalog.newLeasedSweep();
    let stopped: Promise<number> | undefined;
    const stop = async () => {
      const started = performance.now();
      await sweep.stop();
      return performance.now() - started;
    };
    db.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('maturity_track_scores')) stopped ??= stop();
    });
    const record = await sweep.run(signal);
    const cards = async () =>
      (await db('maturity_scorecards').select('entity_ref')).length;
    const written = await cards();

    expect(record).toMatchObject({
      status: 'failed',
      error:
        'The backend was shut down, and the sweep was stopped before its end.',
    });
    expect(await stopped).toBeLessThan(5_000);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(1_000);
    await pause(100);
    expect(await cards()).toBe(written);
    expect(await readLease(db, 'sweep')).toEqual(FREE);

    expect(await sweep.run(signal)).toBeUndefined();
    await catalog.newLeasedSweep().run(signal);
    const scratch = await SweptCatalog.create(await databases.connect(engine));
    scratch.entities = catalog.entities;
    await scratch.sweep();
    expect(await catalog.stored()).toEqual(await scratch.stored());
  });

  it('sweeps all the same with a clock that was set back', async () => {
    await catalog.newLeasedSweep().run(signal);
    await acquireLease(db, OTHER);
    const hour = 3_600_000;
    await db('maturity_leases').update({ expires_at: Date.now() + hour });
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - hour);
    const record = await catalog.newLeasedSweep().run(signal);
    clock.mockRestore();
    expect(record).toMatchObject({ status: 'succeeded', evaluated: 1 });
  });
});
