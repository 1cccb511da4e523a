import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { acquireLease, explainError } from '../database';
import { EtagSum } from './EtagSum';
import type { LeasedSweep } from './LeasedSweep';
import type { CatalogSource } from './readCatalog';
import { readSweptState } from './SweptState';
import { pagesUntilAborted } from './untilAborted';

/** The least of an entity that tells that it moved. */
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.etag'];

// Without the rest of an entity, a page can hold many.
const PAGE = 5_000;

// A turn ends a little before the next poll is due, because timers are not exact.
const TURN = 0.8;

/** What a poll needs. */
export interface CatalogPollOptions {
  db: Knex;
  reader: CatalogSource;
  sweep: LeasedSweep;
  /** Milliseconds from one poll to the next, whichever process does it. */
  every: number;
}

/**
 * Runs in every process. Takes over the sweep of a process that has ended in the middle of it. Besides,
 * asks the catalog whether anything has moved since the last sweep, one process at a time, and sweeps
 * at once if so: the catalog tells nobody when an entity changes. It only makes changes arrive sooner.
 * Whatever it misses is found by the scheduled sweep, which reads everything.
 */
export class CatalogPoll {
  readonly #options: CatalogPollOptions;

  constructor(options: CatalogPollOptions) {
    this.#options = options;
  }

  /** Gives whether it swept. Never rejects for a fault of the catalog or the database. */
  async run(signal: AbortSignal): Promise<boolean> {
    try {
      return await this.#run(signal);
    } catch (error) {
      // Every few seconds, while the scheduled sweep tells of the same fault.
      this.#options.reader.logger.debug(
        `The catalog could not be polled: ${explainError(error)}`,
      );
      return false;
    }
  }

  async #run(signal: AbortSignal): Promise<boolean> {
    const { db, sweep, every } = this.#options;
    if (signal.aborted) return false;
    if (await sweep.takeOver(signal)) return true;
    if (await sweep.isHeld()) return false;
    const before = await readSweptState(db);
    // The first sweep waits until the catalog is complete.
    if (!before) return false;
    const holder = randomUUID();
    const length = Math.round(every * TURN);
    const turn = await acquireLease(db, { name: 'poll', holder, length });
    if (!turn) return false;
    const etags = await this.#readEtags(signal);
    if (etags === undefined || etags === before.etags) return false;
    return (await sweep.run(signal)) !== undefined;
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
    for await (const page of pagesUntilAborted(stream, signal)) {
      for (const entity of page) sum.add(entity);
      count += page.length;
    }
    return count ? sum.digest() : undefined;
  }
}
