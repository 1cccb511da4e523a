import { hash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  createDefinitionSet,
  DEFAULT_THRESHOLDS,
  type DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import type { Knex } from 'knex';
import {
  AdviceInput,
  CatalogPoll,
  type CatalogSource,
  LeasedSweep,
  SnapshotHolder,
  Sweep,
  SweepLease,
} from '../collection';
import { migrationsFolder, type SweepRecord } from '../database';
import { EtagSum } from '../collection/EtagSum';
import { readSweptState } from '../collection/SweptState';
import { FactCollector } from '../facts';
import { storeAdvice } from '../service/storedAdvice';

/** An entity as the catalog gives it: with an etag that changes when anything of it does. */
function served(entity: Entity): Entity {
  const etag = hash('sha1', JSON.stringify(entity));
  return { ...entity, metadata: { etag, ...entity.metadata } };
}

/** A catalog and what sweeps over it, without a portal around them. */
export class SweptCatalog {
  entities: Entity[] = [];
  providers: readonly FactProvider[] = [];
  /** Lines of the log, each with its level before it. */
  readonly lines: string[] = [];
  readonly logger = this.#logger();
  /** Called before each page is given. */
  onPage: () => Promise<void> = async () => {};
  /** How often all of it was read. */
  readings = 0;
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
    const snapshots = new SnapshotHolder({ db, reader, definitions });
    return new Sweep({
      db,
      reader,
      definitions,
      snapshots,
      facts: new FactCollector(this.providers, reader.logger),
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

  /** What sweeps when no other process does. */
  newLeasedSweep(length = 20_000, sweep = this.newSweep()): LeasedSweep {
    const { db } = this;
    const { logger } = this.#reader();
    const lease = new SweepLease({ db, logger, name: 'sweep', length });
    return new LeasedSweep({ sweep, lease, logger });
  }

  /** A poll that is due at once, unless it is told how many milliseconds lie between two. */
  newPoll({ every = 0, sweep = this.newSweep() } = {}): CatalogPoll {
    const { db } = this;
    const leased = this.newLeasedSweep(undefined, sweep);
    const reader = this.#reader();
    return new CatalogPoll({ db, reader, sweep: leased, every });
  }

  async sweep(sweep = this.newSweep()): Promise<SweepRecord> {
    const record = await sweep.run(new AbortController().signal);
    if (record.error !== null) throw new Error(record.error);
    return record;
  }

  /** Follows what has moved since the last sweep, as a poll does. */
  async follow(sweep: Sweep): Promise<SweepRecord> {
    const etags = new EtagSum();
    for (const entity of this.entities) etags.add(served(entity));
    const record = await sweep.run(new AbortController().signal, etags);
    if (record.error !== null) throw new Error(record.error);
    return record;
  }

  /** Sweeps and gives the names of the components that were evaluated. */
  async evaluated(sweep?: Sweep): Promise<string[]> {
    return this.evaluatedIn(await this.sweep(sweep));
  }

  /** The names of the components that were evaluated in a sweep. */
  async evaluatedIn({ startedAt, evaluated }: SweepRecord): Promise<string[]> {
    if (!evaluated) return [];
    const rows = await this.db<{ entity_ref: string; evaluated_at: number }>(
      'maturity_inputs',
    )
      .where('evaluated_at', startedAt)
      .orderBy('entity_ref')
      .select('entity_ref');
    return rows.map(row => row.entity_ref.replace(/^.*\//, ''));
  }

  /** The digest of everything that the last sweep read and wrote. */
  async fingerprint(): Promise<string | undefined> {
    return (await readSweptState(this.db))?.fingerprint;
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
      placements: await db('maturity_placements').orderBy('entity_ref'),
      sets: await db('maturity_scope_sets').orderBy(['scope_set', 'scope_ref']),
      inputs: await db('maturity_inputs')
        .orderBy('entity_ref')
        .select('entity_ref', 'input_hash', 'questions', 'next_change'),
      advice: state && JSON.parse(state.value),
    };
  }

  // Without the mocks of Backstage, which take a process longer to load than all the rest.
  #reader(): CatalogSource {
    const { entities } = this;
    return {
      catalog: {
        streamEntities: () => this.#stream(),
        getEntitiesByRefs: async ({ entityRefs }) => {
          await this.onPage();
          const byRef = new Map(
            this.entities.map(entity => [
              stringifyEntityRef(entity).toLowerCase(),
              served(entity),
            ]),
          );
          return { items: entityRefs.map(ref => byRef.get(ref)) };
        },
        queryEntities: async () => ({
          items: entities.slice(0, 1),
          totalItems: entities.length,
          pageInfo: {},
        }),
      },
      auth: {
        getOwnServiceCredentials: async () => ({
          $$type: '@backstage/BackstageCredentials',
          principal: { type: 'service', subject: 'plugin:maturity' },
        }),
      },
      logger: this.logger,
    };
  }

  #logger(): LoggerService {
    const write = (level: string) => (message: string) => {
      this.lines.push(`${level} ${message}`);
    };
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: () => this.logger,
    };
  }

  async *#stream(): AsyncGenerator<Entity[]> {
    this.readings += 1;
    for (let at = 0; at < this.entities.length; at += 10) {
      await this.onPage();
      yield this.entities.slice(at, at + 10).map(served);
    }
    await this.afterPages();
  }
}
