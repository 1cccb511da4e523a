import type { JsonObject } from '@backstage/types';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { readFacts, type FactRecord } from '../database';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const definitions = createDefinitionSet({
  checks: {
    'no-open-incidents': {
      track: 'sre',
      level: 1,
      title: 'No incident is open',
      fail: { 'facts.incidents.open': { $gt: 0 } },
      pass: { 'facts.incidents.open': { $lte: 0 } },
      absent: 'unknown',
    },
  },
});

/** Says how many incidents are open, as long as it is told to. */
class Incidents implements FactProvider {
  readonly id = 'incidents';
  readonly timeout = { milliseconds: 30 };
  open: ReadonlyMap<string, number> | undefined;

  async collect(): Promise<ReadonlyMap<string, JsonObject>> {
    if (!this.open) return new Promise(() => {});
    return new Map(
      Array.from(this.open, ([name, open]) => [
        `component:default/${name}`,
        { open },
      ]),
    );
  }
}

describe.each(ENGINES)('Facts and a sweep on %s', engine => {
  let catalog: SweptCatalog;
  let provider: Incidents;

  beforeEach(async () => {
    catalog = await SweptCatalog.create(
      await databases.connect(engine),
      definitions,
    );
    catalog.entities = [group('payments'), component('a'), component('b')];
    provider = new Incidents();
    provider.open = new Map([['a', 0]]);
    catalog.providers = [provider];
  });

  async function verdict(name: string) {
    const row = await catalog
      .db('maturity_results')
      .where({
        entity_ref: `component:default/${name}`,
        check_id: 'no-open-incidents',
      })
      .first('status');
    // Only what is not passed has a row.
    return row?.status ?? 'pass';
  }

  const stored = async (): Promise<FactRecord[]> => {
    const facts = await readFacts(catalog.db);
    return facts.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  };

  it('keep value and age while their provider hangs, over a restart', async () => {
    await catalog.sweep();
    const { startedAt } = await catalog.sweep();
    expect([await verdict('a'), await verdict('b')]).toEqual([
      'pass',
      'unknown',
    ]);

    provider.open = undefined;
    // A new sweep object knows nothing of what the last one had in memory.
    expect(await catalog.evaluated(catalog.newSweep())).toEqual(['b']);
    expect(await stored()).toEqual([
      {
        provider: 'incidents',
        entityRef: 'component:default/a',
        value: '{"open":0}',
        observedAt: startedAt,
        error: 'It gave no answer within 30 ms.',
      },
      {
        provider: 'incidents',
        entityRef: 'component:default/b',
        value: null,
        observedAt: null,
        error: 'It gave no answer within 30 ms.',
      },
    ]);
    expect([await verdict('a'), await verdict('b')]).toEqual([
      'pass',
      'unknown',
    ]);

    const before = await stored();
    expect(await catalog.evaluated(catalog.newSweep())).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('change verdicts when they change, and write nothing when they do not', async () => {
    await catalog.sweep();
    const before = await stored();
    expect(await catalog.evaluated()).toEqual([]);
    expect(await stored()).toEqual(before);

    provider.open = new Map([
      ['a', 2],
      ['b', 0],
    ]);
    expect(await catalog.evaluated()).toEqual(['a', 'b']);
    expect([await verdict('a'), await verdict('b')]).toEqual(['fail', 'pass']);

    provider.open = undefined;
    expect(await catalog.evaluated()).toEqual([]);
    provider.open = new Map([
      ['a', 0],
      ['b', 0],
    ]);
    expect(await catalog.evaluated()).toEqual(['a']);
    expect((await stored()).map(({ error }) => error)).toEqual([null, null]);
  });

  it('go with their entity and with their provider', async () => {
    await catalog.sweep();
    expect(await stored()).toHaveLength(1);
    catalog.entities = [group('payments'), component('b')];
    await catalog.sweep();
    expect(await stored()).toEqual([]);

    provider.open = new Map([['b', 1]]);
    await catalog.sweep();
    expect(await stored()).toHaveLength(1);
    catalog.providers = [];
    await catalog.sweep();
    expect(await stored()).toEqual([]);
  });

  it('are not written by a sweep that came too late', async () => {
    await catalog.sweep();
    const before = await stored();
    const late = await SweptCatalog.create(catalog.db, definitions);
    late.entities = catalog.entities;
    const slow = new Incidents();
    slow.open = new Map([['a', 9]]);
    late.providers = [slow];
    late.afterPages = async () => {
      await catalog.sweep();
    };
    await expect(late.sweep()).rejects.toThrow('may not write any more');
    expect(await stored()).toEqual(before);
  });
});
