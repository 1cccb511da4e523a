import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { readHeads, writeScorecards } from '../database';
import { scorecardRecord } from '../__testUtils__/scorecardRecord';
import { toScorecardRows } from '../database/rows';
import type { Sweep } from './Sweep';
import { SUMMARIZE_EVERY_MS } from './summarize';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const signal = new AbortController().signal;
const tiered = (name: string, tier: string) =>
  component(name, { annotations: { 'maturity/tier': tier } });

describe.each(ENGINES)('Following changes on %s', engine => {
  let db: Knex;
  let catalog: SweptCatalog;
  let sweep: Sweep;

  beforeEach(async () => {
    db = await databases.connect(engine);
    catalog = await SweptCatalog.create(db);
    catalog.entities = [group('payments'), tiered('a', '1'), tiered('b', '1')];
    sweep = catalog.newSweep();
    await catalog.sweep(sweep);
  });

  afterEach(() => jest.restoreAllMocks());

  /** Changes a component and gives who was evaluated, and whether all of the catalog was read for it. */
  async function follow(tier: string) {
    const { readings } = catalog;
    catalog.entities = [group('payments'), tiered('a', tier), tiered('b', '1')];
    const record = await catalog.follow(sweep);
    return {
      evaluated: await catalog.evaluatedIn(record),
      readsAll: catalog.readings > readings,
    };
  }

  it('reads nothing but what moved, time after time', async () => {
    expect(await follow('2')).toEqual({ evaluated: ['a'], readsAll: false });
    expect(await follow('3')).toEqual({ evaluated: ['a'], readsAll: false });
    expect(await follow('3')).toEqual({ evaluated: [], readsAll: false });
  });

  it('removes what is gone', async () => {
    catalog.entities = [group('payments'), tiered('b', '1')];
    const { readings } = catalog;
    const { removed, total } = await catalog.follow(sweep);
    expect({ removed, total }).toEqual({ removed: 1, total: 1 });
    expect(catalog.readings).toBe(readings);
    expect([...(await readHeads(db)).keys()]).toEqual(['component:default/b']);
  });

  it('reads all after a refresh, which this process may not know of', async () => {
    await writeScorecards(db, [toScorecardRows(scorecardRecord('b'))]);
    expect(await follow('2')).toEqual({ evaluated: ['a'], readsAll: true });
    expect(await follow('3')).toEqual({ evaluated: ['a'], readsAll: false });
  });

  it('reads all after another process has evaluated, and only then', async () => {
    await catalog.sweep();
    expect(await follow('2')).toEqual({ evaluated: ['a'], readsAll: false });

    catalog.entities = [group('payments'), tiered('a', '3'), tiered('b', '1')];
    await catalog.sweep();
    expect(await follow('4')).toEqual({ evaluated: ['a'], readsAll: true });
  });

  it('changes nothing when what moved cannot be read, and then looks at all', async () => {
    const before = await catalog.stored();
    catalog.onPage = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    await expect(follow('2')).rejects.toThrow('connect ECONNREFUSED');
    expect(await catalog.stored()).toEqual(before);

    catalog.onPage = async () => {};
    expect(await follow('2')).toEqual({ evaluated: ['a'], readsAll: true });
  });

  it('keeps what the etags say is gone while the catalog still gives it', async () => {
    const { entities } = catalog;
    catalog.onPage = async () => {
      catalog.entities = entities;
    };
    catalog.entities = [group('payments')];
    const { removed } = await catalog.follow(sweep);
    expect(removed).toBe(0);
    expect((await readHeads(db)).size).toBe(2);
  });

  it('makes the advice and the snapshot anew a minute after the last time', async () => {
    const advised = async () => JSON.stringify((await catalog.stored()).advice);
    const before = await advised();
    catalog.entities = [...catalog.entities, group('search'), component('c')];
    await catalog.follow(sweep);
    expect(await advised()).toBe(before);

    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + SUMMARIZE_EVERY_MS);
    const poll = catalog.newPoll({ sweep });
    expect(await poll.run(signal)).toBe(true);
    expect(await advised()).not.toBe(before);
    expect(await poll.run(signal)).toBe(false);
    const [{ counts }] = await db('maturity_snapshots').select('counts');
    expect(JSON.parse(counts).total).toBe(3);
  });
});
