import type {
  DefinitionSet,
  EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { listSweeps } from '../database';
import { type CatalogSnapshot, createSnapshot } from './CatalogSnapshot';
import { hashEntity } from './hashEntity';
import { type CatalogSource, readCatalogWithEtags } from './readCatalog';
import { readSweptState } from './SweptState';

// The etags of a catalog do not tell everything, such as what a source changes without a new etag.
const LONGEST_AGE_MS = 5 * 60_000;

// Everybody who asks waits for the same reading, which must not last for ever.
const LONGEST_READING_MS = 60_000;

/** Keeps the newest snapshot of this process. */
export class SnapshotHolder {
  #current: CatalogSnapshot | undefined;
  #reading: Promise<CatalogSnapshot> | undefined;
  readonly #db: Knex;
  readonly #reader: CatalogSource;
  readonly #definitions: DefinitionSet;

  constructor(options: {
    db: Knex;
    reader: CatalogSource;
    definitions: DefinitionSet;
  }) {
    this.#db = options.db;
    this.#reader = options.reader;
    this.#definitions = options.definitions;
  }

  /** The newest snapshot, however old it is. */
  get newest(): CatalogSnapshot | undefined {
    return this.#current;
  }

  set(snapshot: CatalogSnapshot): void {
    this.#current = snapshot;
  }

  /**
   * The newest snapshot. Reads the catalog when there is none, or it is old, or the last sweep, which may
   * have run in another process, has seen another state of the catalog since.
   */
  async get(): Promise<CatalogSnapshot> {
    const current = this.#current;
    if (current && (await this.#isCurrent(current))) return current;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** The newest snapshot with one entity as it is now. One that holds it already keeps its graph. */
  async getWith(view: EntityView): Promise<CatalogSnapshot> {
    const read = await this.get();
    // Another entity may have been replaced while this one was waited for.
    const newest = this.#current ?? read;
    const known = newest.views.get(view.ref);
    if (known && hashEntity(known) === hashEntity(view)) return newest;
    const { snapshot } = newest.with([{ ref: view.ref, view }]);
    this.#current = snapshot;
    return snapshot;
  }

  async #read(): Promise<CatalogSnapshot> {
    const readAt = Date.now();
    const { views, etags } = await readCatalogWithEtags(this.#reader, {
      signal: AbortSignal.timeout(LONGEST_READING_MS),
      known: this.#current?.views,
    });
    const definitions = this.#definitions;
    const snapshot = createSnapshot(views, {
      definitions,
      readAt,
      etags: etags.digest(),
    });
    this.set(snapshot);
    return snapshot;
  }

  async #isCurrent({ readAt, etags }: CatalogSnapshot): Promise<boolean> {
    const age = Date.now() - readAt;
    if (age < 0 || age > LONGEST_AGE_MS) return false;
    const swept = await readSweptState(this.#db);
    if (!swept || swept.etags === etags) return true;
    const [last] = await listSweeps(this.#db, {
      limit: 1,
      status: 'succeeded',
    });
    return !last || readAt > last.startedAt;
  }
}
