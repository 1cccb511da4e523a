import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { acquireLease, explainError, renewLease } from '../database';
import { EtagSum } from './EtagSum';
import type { LeasedSweep } from './LeasedSweep';
import type { CatalogSource } from './readCatalog';
import { SUMMARIZE_EVERY_MS } from './summarize';
import { readSweptState } from './SweptState';
import { pagesUntilAborted } from './untilAborted';

/** The least of an entity that tells that it moved. */
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.etag'];

// Without the rest of an entity, a page can hold many.
const PAGE = 5_000;

// The process that polled last polls again, because it knows what it has seen; another one takes its
// place when it is late by half a turn.
const TURN = 1.5;

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
 * Whatever it misses is found by the scheduled sweep, which reads everything, and within minutes compares every
 * component with what it was evaluated from.
 */
export class CatalogPoll {
  readonly #options: CatalogPollOptions;
  readonly #holder = randomUUID();

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
    const length = Math.round(every * TURN);
    const turn = { name: 'poll', holder: this.#holder, length };
    if (!(await renewLease(db, turn)) && !(await acquireLease(db, turn))) {
      return false;
    }
    const etags = await this.#readEtags(signal);
    if (!etags.size) return false;
    const isDue =
      !before.summarized &&
      Math.abs(Date.now() - before.summarizedAt) >= SUMMARIZE_EVERY_MS;
    if (etags.digest() === before.etags && !isDue) return false;
    return (await sweep.run(signal, { etags })) !== undefined;
  }

  /** All etags; none of a catalog that holds nothing, as while it starts. */
  async #readEtags(signal: AbortSignal): Promise<EtagSum> {
    const { catalog, auth } = this.#options.reader;
    const credentials = await auth.getOwnServiceCredentials();
    const sum = new EtagSum();
    const stream = catalog.streamEntities(
      { fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
    for await (const page of pagesUntilAborted(stream, signal)) {
      for (const entity of page) sum.add(entity);
    }
    return sum;
  }
}
