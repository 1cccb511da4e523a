import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { acquireLease, readLease, releaseLease } from '../database';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const signal = new AbortController().signal;

function withEtag(name: string, etag: string) {
  const entity = component(name);
  return { ...entity, metadata: { ...entity.metadata, etag } };
}

describe.each(ENGINES)('CatalogPoll on %s', engine => {
  let db: Knex;
  let catalog: SweptCatalog;

  beforeEach(async () => {
    db = await databases.connect(engine);
    catalog = await SweptCatalog.create(db);
    catalog.entities = [group('payments'), withEtag('a', '1')];
  });

  const sweeps = async () => (await db('maturity_sweeps').select('id')).length;

  it('leaves the first sweep to the schedule', async () => {
    expect(await catalog.newPoll().run(signal)).toBe(false);
    expect(await sweeps()).toBe(0);
  });

  it('sweeps at once when an entity moved, came or went, and only then', async () => {
    await catalog.sweep();
    const poll = catalog.newPoll();
    expect(await poll.run(signal)).toBe(false);

    const states = [
      [group('payments'), withEtag('a', '2')],
      [group('payments'), withEtag('a', '2'), withEtag('b', '1')],
      [withEtag('a', '2')],
    ];
    for (const entities of states) {
      catalog.entities = entities;
      expect(await poll.run(signal)).toBe(true);
      expect(await poll.run(signal)).toBe(false);
    }
    expect(await sweeps()).toBe(1 + states.length);
  });

  it('asks the catalog nothing when another process has just asked', async () => {
    await catalog.sweep();
    catalog.entities = [withEtag('a', '2')];
    const turn = { name: 'poll', holder: 'another process', length: 10_000 };
    expect(await acquireLease(db, turn)).toBe(true);
    const poll = catalog.newPoll({ every: 10_000 });
    expect(await poll.run(signal)).toBe(false);

    await releaseLease(db, turn);
    expect(await poll.run(signal)).toBe(true);
  });

  it('does not sweep beside a sweep, and takes over when its process is gone', async () => {
    await catalog.sweep();
    const claim = { name: 'sweep', holder: 'far-away 7 x', length: 100_000 };
    expect(await acquireLease(db, claim)).toBe(true);
    catalog.entities = [withEtag('a', '2')];
    expect(await catalog.newPoll().run(signal)).toBe(false);
    expect(await sweeps()).toBe(1);

    await db('maturity_leases')
      .where('name', 'sweep')
      .update({ expires_at: 1 });
    expect(await catalog.newPoll().run(signal)).toBe(true);
    expect(await sweeps()).toBe(2);
    expect(await readLease(db, 'sweep')).toEqual({
      state: 'free',
      holder: null,
    });
  });

  it('waits when the catalog is down or empty', async () => {
    await catalog.sweep();
    catalog.onPage = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    expect(await catalog.newPoll().run(signal)).toBe(false);
    catalog.entities = [];
    expect(await catalog.newPoll().run(signal)).toBe(false);
    expect(await sweeps()).toBe(1);
  });
});
