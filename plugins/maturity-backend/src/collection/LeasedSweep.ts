import type { LoggerService } from '@backstage/backend-plugin-api';
import { explainError, type SweepRecord } from '../database';
import type { EtagSum } from './EtagSum';
import type { Sweep } from './Sweep';
import { SweepInterrupted } from './SweepInterrupted';
import type { SweepLease } from './SweepLease';

/** What the sweeps of one process need. */
export interface LeasedSweepOptions {
  sweep: Pick<Sweep, 'run'>;
  lease: SweepLease;
  logger: LoggerService;
}

/** How to sweep. */
export interface LeasedRun {
  /** What is awaited before the sweep, while no other process may sweep. */
  prepare?: (signal: AbortSignal) => Promise<void>;
  /** Those of the catalog at the moment, for a sweep that follows what has moved. */
  etags?: EtagSum;
}

/** Sweeps when no other process does, and can be stopped. */
export class LeasedSweep {
  readonly #options: LeasedSweepOptions;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(options: LeasedSweepOptions) {
    this.#options = options;
  }

  /**
   * Sweeps, unless a sweep is under way anywhere: then it gives undefined. Never rejects; a sweep that
   * could not even begin is told in the log, and so is whose place it takes.
   */
  async run(
    signal: AbortSignal,
    options: LeasedRun = {},
  ): Promise<SweepRecord | undefined> {
    if (signal.aborted || this.#stopping.signal.aborted) return undefined;
    const work = this.#run(signal, options);
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }

  /** Sweeps in the place of a process that has ended, or stands still, in the middle of a sweep. Gives whether there was one. */
  async takeOver(signal: AbortSignal): Promise<boolean> {
    const { state } = await this.#options.lease.state();
    if (state !== 'abandoned') return false;
    await this.run(signal);
    return true;
  }

  /** Whether a sweep is under way, in whichever process. */
  async isHeld(): Promise<boolean> {
    return (await this.#options.lease.state()).state === 'held';
  }

  /** Stops the sweep that is under way, lets the transaction in flight end, and allows no other one. */
  async stop(): Promise<void> {
    this.#stopping.abort(new SweepInterrupted('The backend was shut down'));
    await Promise.allSettled([...this.#running]);
  }

  async #run(
    signal: AbortSignal,
    { prepare, etags }: LeasedRun,
  ): Promise<SweepRecord | undefined> {
    const { sweep, lease, logger } = this.#options;
    const either = AbortSignal.any([signal, this.#stopping.signal]);
    try {
      const before = await lease.state();
      const record = await lease.hold(either, async held => {
        if (before.state === 'abandoned') this.#tellWhose(before.holder);
        await prepare?.(held);
        return sweep.run(held, etags);
      });
      if (!record) {
        logger.debug('Another process sweeps at the moment; this one waits.');
      }
      return record;
    } catch (error) {
      logger.error(
        `The sweep could not begin, and the next one tries again: ${explainError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  #tellWhose(holder: string | null): void {
    const [host, pid] = holder?.split(' ') ?? [];
    this.#options.logger.warn(
      `The sweep of process ${pid} on "${host}" has not shown a sign of life for longer than its lease; this process takes over.`,
    );
  }
}
