import { createCatalogGraph } from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import knexFactory, { type Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { writeScorecards } from '../database';
import { Askers } from './Askers';
import { Evaluator } from './Evaluator';
import { readEntity } from './readCatalog';
import type { Sweep } from './Sweep';
import { COMPARE_EVERY_MS } from './sweepAll';

jest.setTimeout(60_000);

const NOON = Date.parse('2026-06-15T12:00:00Z');
const databases = TestDatabases.create();

/** An entity with a value that components inherit, or another one. */
function annotated(entity: Entity, value: string): Entity {
  const annotations = { 'maturity/on-call': `https://pager.acme.org/${value}` };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

describe.each(ENGINES)('Whoever following missed, on %s,', engine => {
  let db: Knex;
  let catalog: SweptCatalog;
  let sweep: Sweep;
  let clock: jest.SpyInstance;

  beforeEach(async () => {
    clock = jest.spyOn(Date, 'now').mockReturnValue(NOON);
    db = await databases.connect(engine);
    catalog = await SweptCatalog.create(db);
    catalog.entities = [group('payments'), component('a'), component('b')];
    sweep = catalog.newSweep();
    await catalog.sweep(sweep);
  });

  afterEach(() => jest.restoreAllMocks());

  /** Follows a change that concerns both components, and finds neither. */
  async function miss(): Promise<void> {
    catalog.entities = [
      annotated(group('payments'), '1'),
      component('a'),
      component('b'),
    ];
    const nobody = jest.spyOn(Askers.prototype, 'of').mockReturnValue([]);
    const record = await catalog.follow(sweep);
    nobody.mockRestore();
    expect(record.evaluated).toBe(0);
  }

  /** Sweeps so much later and gives who was evaluated, and whether all were compared with what they come from. */
  async function sweepAfter(passed: number, sweeping = sweep) {
    clock.mockReturnValue(NOON + passed);
    let compares = false;
    const listener = ({ sql }: { sql: string }) => {
      compares ||= /^select .entity_ref., .questions./.test(sql);
    };
    db.on('query', listener);
    const evaluated = await catalog.evaluated(sweeping);
    db.removeListener('query', listener);
    return { evaluated, compares };
  }

  it('is found by a sweep some minutes later, and sought only once', async () => {
    await miss();
    expect(await sweepAfter(COMPARE_EVERY_MS - 1)).toEqual({
      evaluated: [],
      compares: false,
    });
    expect(await sweepAfter(COMPARE_EVERY_MS)).toEqual({
      evaluated: ['a', 'b'],
      compares: true,
    });
    expect(await sweepAfter(2 * COMPARE_EVERY_MS)).toEqual({
      evaluated: [],
      compares: false,
    });
  });

  it('is found after a restart', async () => {
    await miss();
    const { evaluated } = await sweepAfter(1, catalog.newSweep());
    expect(evaluated).toEqual(['a', 'b']);
  });

  it('is nobody after most changes, and then the next sweep does not look again', async () => {
    catalog.entities = [...catalog.entities, component('c')];
    await catalog.follow(sweep);
    const before = await catalog.stored();
    expect(await sweepAfter(COMPARE_EVERY_MS)).toEqual({
      evaluated: [],
      compares: true,
    });
    expect(await sweepAfter(2 * COMPARE_EVERY_MS)).toEqual({
      evaluated: [],
      compares: false,
    });
    const { cards, inputs } = await catalog.stored();
    expect({ cards, inputs }).toEqual({
      cards: before.cards,
      inputs: before.inputs,
    });
  });

  it('is not one who names what is gone in a relation of a type of its own', async () => {
    const cluster = { ...group('cluster'), kind: 'Resource' };
    const deployed: Entity = {
      ...component('deployed'),
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'deployedOn', targetRef: 'resource:default/cluster' },
        { type: 'deployedOn', targetRef: 'resource:default/other' },
      ],
    };
    const other = { ...group('other'), kind: 'Resource' };
    const rest = [...catalog.entities, other, deployed];
    catalog.entities = [...rest, cluster];
    await catalog.follow(sweep);
    for (const [at, entities] of [rest, [...rest, cluster]].entries()) {
      clock.mockReturnValue(NOON + at + 1);
      catalog.entities = entities;
      const record = await catalog.follow(sweep);
      expect(await catalog.evaluatedIn(record)).toEqual(['deployed']);
    }
  });
});

/** An entity with an etag of its own, as the catalog of these tests gives it. */
function withEtag(entity: Entity, etag: string): Entity {
  return { ...entity, metadata: { etag, ...entity.metadata } };
}

describe.each(ENGINES)('A refresh as a sweep begins, on %s,', engine => {
  it('is known to whoever follows changes after it', async () => {
    const { config } = (await databases.connect(engine)).client;
    // Of one connection, whoever asks for it first has it first.
    const db = knexFactory({ ...config, pool: { min: 1, max: 1 } });
    try {
      const catalog = await SweptCatalog.create(db);
      const sweep = catalog.newSweep();
      const payments = group('payments');
      const search = withEtag(group('search'), '1');
      catalog.entities = [payments, search, component('a')];
      await catalog.sweep(sweep);
      const other = withEtag(annotated(payments, '1'), '2');
      catalog.entities = [other, search, component('a')];
      await catalog.follow(sweep);

      const a = component('a', { spec: { owner: 'group:default/search' } });
      const moved = withEtag(a, '3');
      const view = readEntity(moved);
      if (!view) throw new Error('It has a name and a kind.');
      const { rows } = new Evaluator({
        graph: createCatalogGraph([other, search, moved]),
        definitions: catalog.definitions,
        factsOf: () => ({}),
        now: Date.now(),
      }).evaluate(view);
      let refreshing: Promise<number> | undefined;
      db.on('query-response', (_: unknown, { sql }: { sql: string }) => {
        // The last that is looked at to see whether anybody else has evaluated.
        if (/^select .id. from .maturity_sweeps./.test(sql)) {
          refreshing ??= writeScorecards(db, [rows]);
        }
      });
      catalog.entities = [other, search, moved];
      const { evaluated } = await catalog.sweep(sweep);
      expect([await refreshing, evaluated]).toEqual([1, 0]);

      const last = withEtag(annotated(group('search'), '2'), '4');
      catalog.entities = [other, last, moved];
      const record = await catalog.follow(sweep);
      expect(await catalog.evaluatedIn(record)).toEqual(['a']);
    } finally {
      await db.destroy();
    }
  });
});
