import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { type CatalogSnapshot, createSnapshot } from './CatalogSnapshot';
import { type CatalogReader, readCatalog } from './readCatalog';

// On a replica that does not sweep nothing else renews the snapshot.
const LONGEST_AGE_MS = 5 * 60_000;

/** Keeps the newest snapshot of this process. */
export class SnapshotHolder {
  #current: CatalogSnapshot | undefined;
  #reading: Promise<CatalogSnapshot> | undefined;
  readonly #reader: CatalogReader;
  readonly #definitions: DefinitionSet;

  constructor(reader: CatalogReader, definitions: DefinitionSet) {
    this.#reader = reader;
    this.#definitions = definitions;
  }

  set(snapshot: CatalogSnapshot): void {
    this.#current = snapshot;
  }

  /** The newest snapshot; reads the catalog when there is none or it is old. */
  async get(): Promise<CatalogSnapshot> {
    const current = this.#current;
    if (current && Date.now() - current.readAt < LONGEST_AGE_MS) return current;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<CatalogSnapshot> {
    const readAt = Date.now();
    const views = await readCatalog(this.#reader);
    const definitions = this.#definitions;
    const snapshot = createSnapshot(views, { definitions, readAt });
    this.set(snapshot);
    return snapshot;
  }
}
