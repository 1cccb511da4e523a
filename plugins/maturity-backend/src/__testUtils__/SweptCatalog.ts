import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createDefinitionSet,
  DEFAULT_THRESHOLDS,
  type DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  AdviceInput,
  CatalogPoll,
  type CatalogReader,
  SnapshotHolder,
  Sweep,
} from '../collection';
import { migrationsFolder, type SweepRecord } from '../database';
import { FactCollector } from '../facts';
import { storeAdvice } from '../service';

/** A catalog and what sweeps over it, without a portal around them. */
export class SweptCatalog {
  entities: Entity[] = [];
  /** Called before each page is given. */
  onPage: () => Promise<void> = async () => {};
  /** Called after the last page is given. */
  afterPages: () => Promise<void> = async () => {};

  constructor(
    readonly db: Knex,
    readonly definitions: DefinitionSet = createDefinitionSet(),
  ) {}

  static async create(
    db: Knex,
    definitions?: DefinitionSet,
  ): Promise<SweptCatalog> {
    await db.migrate.latest({ directory: migrationsFolder });
    return new SweptCatalog(db, definitions);
  }

  /** What sweeps, as a process that has just started has it. */
  newSweep(): Sweep {
    const { db, definitions } = this;
    const reader = this.#reader();
    const snapshots = new SnapshotHolder(reader, definitions);
    return new Sweep({
      db,
      reader,
      definitions,
      snapshots,
      facts: new FactCollector([], reader.logger),
      advice: new AdviceInput(),
      settings: '',
      retentionDays: 400,
      onStored: (tx, swept) =>
        storeAdvice(tx, {
          ...swept,
          definitions,
          advisor: { thresholds: DEFAULT_THRESHOLDS, onboardingDays: null },
        }),
    });
  }

  newPoll(): CatalogPoll {
    return new CatalogPoll({
      db: this.db,
      reader: this.#reader(),
      sweep: this.newSweep(),
      longestSweep: 300_000,
    });
  }

  async sweep(sweep = this.newSweep()): Promise<SweepRecord> {
    const record = await sweep.run(new AbortController().signal);
    if (record.error !== null) throw new Error(record.error);
    return record;
  }

  /** Sweeps and gives the names of the components that were evaluated. */
  async evaluated(sweep?: Sweep): Promise<string[]> {
    const { startedAt, evaluated } = await this.sweep(sweep);
    if (!evaluated) return [];
    const rows = await this.db<{ entity_ref: string; evaluated_at: number }>(
      'maturity_inputs',
    )
      .where('evaluated_at', startedAt)
      .orderBy('entity_ref')
      .select('entity_ref');
    return rows.map(row => row.entity_ref.replace(/^.*\//, ''));
  }

  /** Everything stored that does not say when or in which order it was written. */
  async stored(): Promise<Record<string, unknown>> {
    const { db } = this;
    const state = await db('maturity_state').where({ key: 'advice' }).first();
    return {
      cards: await db('maturity_scorecards')
        .orderBy('entity_ref')
        .select('entity_ref', 'content_hash', 'results', 'passed', 'title'),
      tracks: await db('maturity_track_scores').orderBy([
        'entity_ref',
        'track',
      ]),
      results: await db('maturity_results').orderBy(['entity_ref', 'check_id']),
      scopes: await db('maturity_scopes').orderBy('entity_ref'),
      members: await db('maturity_scope_members').orderBy([
        'scope_ref',
        'entity_ref',
      ]),
      inputs: await db('maturity_inputs')
        .orderBy('entity_ref')
        .select('entity_ref', 'input_hash', 'questions', 'next_change'),
      advice: state && JSON.parse(state.value),
    };
  }

  #reader(): CatalogReader {
    return {
      // Not a mock of Jest, so that a process without Jest can sweep too.
      catalog: Object.assign(catalogServiceMock(), {
        streamEntities: () => this.#stream(),
      }),
      auth: mockServices.auth(),
      logger: mockServices.rootLogger({ level: 'none' }),
    };
  }

  async *#stream(): AsyncGenerator<Entity[]> {
    for (let at = 0; at < this.entities.length; at += 10) {
      await this.onPage();
      yield this.entities.slice(at, at + 10);
    }
    await this.afterPages();
  }
}
