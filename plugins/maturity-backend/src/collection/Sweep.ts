import {
  explainError,
  finishSweep,
  startSweep,
  type SweepRecord,
} from '../database';
import { catchUp } from './catchUp';
import type { EtagSum } from './EtagSum';
import { closeEntities } from './PackedEntity';
import { sweepAll } from './sweepAll';
import { SweepInterrupted } from './SweepInterrupted';
import type { Counts, Run, SweepOptions } from './SweepOptions';
import { readSweptState } from './SweptState';
import { isWarm, type Warm } from './Warm';

/** Above this share of the catalog it is read as a whole. */
const MOST_MOVED = 0.1;

// A small catalog is read as a whole as fast as entity by entity, but evaluating it need not be.
const ALWAYS_FOLLOWED = 1_000;

function whyStopped({ reason }: AbortSignal): string {
  return reason instanceof SweepInterrupted
    ? `${reason.message}, and the sweep was stopped before its end.`
    : 'The sweep was stopped before its end.';
}

/**
 * Runs over the catalog. The first run of a process, and each that is asked for without etags, looks at
 * all of it; one that is given the etags of the moment follows what has moved since the last run, where
 * this process knows enough of it.
 */
export class Sweep {
  readonly #options: SweepOptions;
  #warm: Warm | undefined;

  constructor(options: SweepOptions) {
    this.#options = options;
  }

  /**
   * Never rejects once it has begun; how the sweep ended is in the answer and in the database.
   *
   * @param etags - those of the catalog at the moment
   * @throws the error of the database when not even the beginning can be stored
   */
  async run(signal: AbortSignal, etags?: EtagSum): Promise<SweepRecord> {
    const { db } = this.#options;
    const { logger } = this.#options.reader;
    const startedAt = Date.now();
    const id = await startSweep(db, startedAt);
    const counts: Counts = { total: 0, evaluated: 0, written: 0, removed: 0 };
    let error: string | null = null;
    try {
      const run = { id, counts, signal, now: startedAt };
      this.#warm = await this.#collect(run, etags);
    } catch (cause) {
      if (signal.aborted) {
        error = whyStopped(signal);
        logger.warn(`The sweep did not end: ${error}`);
      } else {
        error = `${explainError(
          cause,
        )}. The stored scorecards stay as they are.`;
        logger.error(`The sweep failed: ${error}`);
      }
    } finally {
      closeEntities();
    }
    const finishedAt = Date.now();
    const status = error === null ? 'succeeded' : 'failed';
    try {
      await finishSweep(db, { id, finishedAt, status, error, ...counts });
    } catch (cause) {
      logger.error(
        `How sweep ${id} ended could not be stored, and the next sweep closes its record: ${explainError(
          cause,
        )}`,
      );
    }
    if (error === null && (counts.written || counts.removed)) {
      logger.info(
        `Swept ${counts.total} components in ${
          finishedAt - startedAt
        } ms: wrote ${counts.written} scorecards, removed ${counts.removed}.`,
      );
    }
    return { id, startedAt, finishedAt, status, error, ...counts };
  }

  async #collect(run: Run, etags: EtagSum | undefined): Promise<Warm> {
    const warm = this.#warm;
    if (etags && warm) {
      const { db } = this.#options;
      const before = await readSweptState(db);
      const refs = etags.movedSince(warm.snapshot.views);
      const most = Math.max(
        ALWAYS_FOLLOWED,
        warm.snapshot.views.size * MOST_MOVED,
      );
      if (
        before &&
        refs.length <= most &&
        (await isWarm(warm, { db, run, before }))
      ) {
        return catchUp(this.#options, run, { warm, before, etags, refs });
      }
    }
    return sweepAll(this.#options, run, warm);
  }
}
