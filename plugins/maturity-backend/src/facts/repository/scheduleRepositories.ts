import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import { durationToMilliseconds } from '@backstage/types';
import type { Knex } from 'knex';
import {
  type LeasedSweep,
  SweepInterrupted,
  SweepLease,
} from '../../collection';
import type { RepositoryConfig } from '../../config';
import { explainError } from '../../database';
import { observeDue } from './observeDue';
import type { RepositoryObserver } from './RepositoryObserver';

const ROUND: HumanDuration = { seconds: 10 };
const TIMEOUT: HumanDuration = { minutes: 15 };
const INITIAL_DELAY: HumanDuration = { seconds: 6 };

/**
 * Looks at trees in rounds, outside of the sweep, one process at a time; local ones and those of hosts
 * apart, because a host may be slow. When something was seen anew the catalog is swept at once. Gives
 * what stops it.
 */
export async function scheduleRepositories(options: {
  db: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  config: RepositoryConfig;
  observer: RepositoryObserver;
  /** How long a lease lasts that is not renewed. */
  lease: HumanDuration;
  sweeps: Pick<LeasedSweep, 'run'>;
}): Promise<{ stop(): Promise<void> }> {
  const { db, scheduler, logger, config, observer, sweeps } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const length = durationToMilliseconds(options.lease);

  const schedule = async (name: string, local: boolean) => {
    const lease = new SweepLease({ db, logger, name, length });
    const { concurrency } = config;
    let isSweepDue = false;
    const round = async (signal: AbortSignal) => {
      try {
        const changed = await lease.hold(signal, held =>
          observeDue({ db, observer, local, concurrency, signal: held }),
        );
        if (changed) isSweepDue = true;
      } catch (error) {
        logger.warn(
          `The files of services could not be looked at, and the next round tries again: ${explainError(
            error,
          )}`,
        );
      }
      // One that is under way may have begun before; then the next round asks again.
      if (isSweepDue && (await sweeps.run(signal))) isSweepDue = false;
    };
    await scheduler
      .createScheduledTaskRunner({
        frequency: ROUND,
        timeout: TIMEOUT,
        initialDelay: INITIAL_DELAY,
        scope: 'local',
      })
      .run({
        id: `maturity-${name}`,
        fn: async signal => {
          if (stopping.signal.aborted) return;
          const work = round(AbortSignal.any([signal, stopping.signal]));
          running.add(work);
          await work.finally(() => running.delete(work));
        },
      });
  };
  if (config.root !== undefined) await schedule('local-files', true);
  if (config.hosts.size) await schedule('repositories', false);
  return {
    stop: async () => {
      stopping.abort(new SweepInterrupted('The backend was shut down'));
      await Promise.allSettled([...running]);
    },
  };
}
