import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isSweeping } from '../database';
import { EtagSum } from './EtagSum';
import type { CatalogReader } from './readCatalog';
import type { Sweep } from './Sweep';
import { readSweptState } from './SweptState';

/** The least of an entity that tells that it moved. */
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.etag'];

// Without the rest of an entity, a page can hold many.
const PAGE = 5_000;

/** What a poll needs. */
export interface CatalogPollOptions {
  db: Knex;
  reader: CatalogReader;
  sweep: Sweep;
  /** A sweep that began longer ago than this has lost its process, in milliseconds. */
  longestSweep: number;
}

/**
 * Asks the catalog whether anything has moved since the last sweep, and sweeps at once if so: the
 * catalog tells nobody when an entity changes. It only makes changes arrive sooner. Whatever it misses
 * is found by the scheduled sweep, which reads everything.
 */
export class CatalogPoll {
  readonly #options: CatalogPollOptions;

  constructor(options: CatalogPollOptions) {
    this.#options = options;
  }

  /** Gives whether it swept. Never rejects for a fault of the catalog. */
  async run(signal: AbortSignal): Promise<boolean> {
    const { db, reader, sweep, longestSweep } = this.#options;
    const before = await readSweptState(db);
    // The first sweep waits until the catalog is complete.
    if (!before || signal.aborted) return false;
    let etags: string | undefined;
    try {
      etags = await this.#readEtags(signal);
    } catch (error) {
      reader.logger.debug(
        `The catalog could not be polled: ${toError(error).message}`,
      );
    }
    if (etags === undefined || etags === before.etags) return false;
    if (await isSweeping(db, Date.now() - longestSweep)) return false;
    await sweep.run(signal);
    return true;
  }

  /** The sum of all etags; undefined for a catalog that holds nothing, as while it starts. */
  async #readEtags(signal: AbortSignal): Promise<string | undefined> {
    const { catalog, auth } = this.#options.reader;
    const credentials = await auth.getOwnServiceCredentials();
    const sum = new EtagSum();
    let count = 0;
    const stream = catalog.streamEntities(
      { fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
    for await (const page of stream) {
      signal.throwIfAborted();
      for (const entity of page) sum.add(entity);
      count += page.length;
    }
    return count ? sum.digest() : undefined;
  }
}
