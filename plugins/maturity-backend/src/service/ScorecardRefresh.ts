import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  type CatalogGraph,
  type DefinitionSet,
  type EntityView,
  isScored,
  type ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  type CatalogReader,
  Evaluator,
  readEntity,
  type SnapshotHolder,
  untilAborted,
} from '../collection';
import { isLostDatabase, readFacts, writeScorecards } from '../database';
import type {
  FactCollector,
  KnownRepositories,
  RepositoryObserver,
} from '../facts';
import { callerOf } from './callerOf';
import { noScorecard } from './errors';
import type { RefreshLimit } from './RefreshLimit';
import { waitForEtag } from './waitForEtag';

/** Whether the catalog read the entity again. */
export type CatalogRead = NonNullable<ScorecardDetail['catalogRead']>;

/** What a refresh needs. */
export interface ScorecardRefreshOptions {
  db: Knex;
  reader: CatalogReader;
  definitions: DefinitionSet;
  snapshots: SnapshotHolder;
  facts: FactCollector;
  repositories: KnownRepositories;
  observer: Pick<RepositoryObserver, 'refresh'>;
  logger: LoggerService;
  limit: RefreshLimit;
}

// Others who ask for the same entity wait for the same answer, so a catalog that hangs must not keep it.
const LONGEST_ANSWER_MS = 5_000;

function inTime<T>(answer: Promise<T>): Promise<T> {
  return untilAborted(answer, AbortSignal.timeout(LONGEST_ANSWER_MS));
}

/** The catalog answered for one entity and then not for the others. */
class CatalogGone extends Error {}

/** Evaluates one entity now, after the catalog has read it again. */
export class ScorecardRefresh {
  readonly #options: ScorecardRefreshOptions;
  readonly #running = new Map<string, Promise<CatalogRead>>();

  constructor(options: ScorecardRefreshOptions) {
    this.#options = options;
  }

  /**
   * Two calls for one entity at the same time share the work. When the catalog cannot be asked, the
   * stored scorecard stays as it is. Rejects with a `TooManyRefreshesError` when one caller asks too often.
   */
  async run(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogRead> {
    const { limit, reader } = this.#options;
    // Callers that cannot be told apart share one count.
    limit.take(callerOf(reader.auth, credentials) ?? '', Date.now());
    const running = this.#running.get(entityRef);
    if (running) return running;
    const work = this.#refresh(entityRef, credentials).finally(() =>
      this.#running.delete(entityRef),
    );
    this.#running.set(entityRef, work);
    return work;
  }

  async #refresh(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogRead> {
    let before: Entity | undefined;
    try {
      before = await this.#read(entityRef);
    } catch (error) {
      this.#options.logger.warn(
        `The catalog could not be asked for "${entityRef}", and its scorecard stays as it is: ${
          toError(error).message
        }`,
      );
      return 'unavailable';
    }
    if (!before) throw noScorecard(entityRef);
    const asked = await this.#askCatalog(entityRef, credentials);
    const after = asked
      ? await waitForEtag(before, () => this.#read(entityRef))
      : before;
    try {
      await this.#evaluate(entityRef, after);
    } catch (error) {
      if (!(error instanceof CatalogGone)) throw error;
      return 'unavailable';
    }
    if (!asked) return 'unavailable';
    return after === before ? 'unchanged' : 'moved';
  }

  async #read(entityRef: string): Promise<Entity | undefined> {
    const { catalog, auth } = this.#options.reader;
    const credentials = await auth.getOwnServiceCredentials();
    return inTime(catalog.getEntityByRef(entityRef, { credentials }));
  }

  /** Asks with the caller's rights, so that nobody can make the catalog work who may not. */
  async #askCatalog(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    try {
      const { catalog } = this.#options.reader;
      await inTime(catalog.refreshEntity(entityRef, { credentials }));
      return true;
    } catch (error) {
      this.#options.logger.info(
        `The catalog did not read "${entityRef}" again: ${
          toError(error).message
        }`,
      );
      return false;
    }
  }

  async #evaluate(entityRef: string, entity: Entity): Promise<void> {
    const { db, definitions, facts, repositories, observer } = this.#options;
    const view = readEntity(entity);
    if (!view || !isScored(view)) throw noScorecard(entityRef);
    await observer.refresh(view);
    const graph = await this.#graphWith(view);
    // From the store, because another process may be the one that sweeps and asks the providers.
    const known = facts.known(await readFacts(db, [view.ref]));
    known.addRepositories(await repositories.of(view));
    const evaluator = new Evaluator({
      graph,
      definitions,
      factsOf: ref => known.factsOf(ref),
      now: Date.now(),
    });
    await writeScorecards(db, [evaluator.evaluate(view).rows]);
  }

  async #graphWith(view: EntityView): Promise<CatalogGraph> {
    try {
      return (await this.#options.snapshots.getWith(view)).graph;
    } catch (error) {
      if (isLostDatabase(error)) throw error;
      throw new CatalogGone(toError(error).message);
    }
  }
}
