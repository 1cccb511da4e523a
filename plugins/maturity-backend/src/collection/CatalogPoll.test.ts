import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

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

  it('does not sweep beside a sweep, unless its process is gone', async () => {
    await catalog.sweep();
    catalog.entities = [withEtag('a', '2')];
    const [running] = await db('maturity_sweeps')
      .insert({ started_at: new Date(), status: 'running' })
      .returning('id');
    expect(await catalog.newPoll().run(signal)).toBe(false);

    await db('maturity_sweeps')
      .where({ id: running.id })
      .update({ started_at: new Date(Date.now() - 600_000) });
    expect(await catalog.newPoll().run(signal)).toBe(true);
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
