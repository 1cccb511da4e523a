import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  acquireLease,
  explainError,
  type LeaseClaim,
  readLease,
  releaseLease,
  renewLease,
} from '../database';
import { SweepInterrupted } from './SweepInterrupted';

/** Renewals that may fail before a lease expires. */
const BEATS = 3;

/** What a lease needs. */
export interface SweepLeaseOptions {
  db: Knex;
  logger: LoggerService;
  name: string;
  /** Milliseconds after which the lease of a process that has ended or stands still is free for others. */
  length: number;
}

/**
 * Lets one process at a time work, and another one go on soon after that process was killed. It is
 * renewed while the work lasts, and given back after it. A process that stood still longer than the
 * lease may still believe that it holds it: what it writes then must be refused by other means.
 */
export class SweepLease {
  readonly #options: SweepLeaseOptions;

  constructor(options: SweepLeaseOptions) {
    this.#options = options;
  }

  /** Whether somebody holds it, or has held it and ended without giving it back. */
  async state() {
    const { db, name } = this.#options;
    return readLease(db, name);
  }

  /** Does the work while holding the lease. Gives undefined, without doing it, when another one holds it. */
  async hold<T>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    const { db, logger, name, length } = this.#options;
    // One process may ask twice at once, too.
    const holder = `${hostname()} ${process.pid} ${randomUUID()}`;
    const claim = { name, holder, length };
    if (!(await acquireLease(db, claim))) return undefined;
    const lost = new AbortController();
    const beat = this.#beat(claim, lost);
    const timer = setInterval(beat.run, length / BEATS);
    try {
      return await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      clearInterval(timer);
      await beat.ended();
      await releaseLease(db, claim).catch(error =>
        logger.debug(
          `The lease of the sweep could not be given back, and expires by itself: ${explainError(
            error,
          )}`,
        ),
      );
    }
  }

  #beat(claim: LeaseClaim, lost: AbortController) {
    const { db, logger, length } = this.#options;
    let renewedAt = performance.now();
    let running: Promise<void> | undefined;
    const renew = async () => {
      try {
        if (await renewLease(db, claim)) renewedAt = performance.now();
        else lost.abort(new SweepInterrupted('Another process has taken over'));
      } catch (error) {
        logger.debug(
          `The lease of the sweep could not be renewed: ${explainError(error)}`,
        );
        if (performance.now() - renewedAt > length) {
          lost.abort(
            new SweepInterrupted(
              'The database did not answer for longer than the lease of the sweep lasts',
            ),
          );
        }
      }
    };
    return {
      run: () => {
        running ??= renew().finally(() => {
          running = undefined;
        });
      },
      ended: async () => running,
    };
  }
}
