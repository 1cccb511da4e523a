import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Knex } from 'knex';
import { CatalogPoll } from './CatalogPoll';
import { LeasedSweep } from './LeasedSweep';
import type { CatalogSource } from './readCatalog';
import type { Sweep } from './Sweep';
import { SweepLease } from './SweepLease';
import { waitForCatalog } from './waitForCatalog';

/**
 * Sweeps on a schedule and polls the catalog in between, one sweep at a time over all replicas. The
 * schedule is one for all of them; the poll runs in each, because the scheduler would keep a task that
 * died with its process from the others until the time limit of the task. Gives what sweeps besides, and stops a sweep.
 */
export async function scheduleSweeps(options: {
  db: Knex;
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Time from one poll to the next. */
  poll: HumanDuration;
  /** How long a lease lasts that is not renewed. */
  lease: HumanDuration;
  sweep: Sweep;
  reader: CatalogSource;
}): Promise<LeasedSweep> {
  const { db, scheduler, schedule, reader } = options;
  const { logger } = reader;
  const length = durationToMilliseconds(options.lease);
  const lease = new SweepLease({ db, logger, name: 'sweep', length });
  const sweep = new LeasedSweep({ sweep: options.sweep, lease, logger });
  let first = true;
  await scheduler.createScheduledTaskRunner(schedule).run({
    id: 'maturity-sweep',
    fn: async signal => {
      await sweep.run(signal, {
        prepare: async held => {
          if (first) await waitForCatalog(reader, held);
          first = false;
        },
      });
    },
  });
  const every = durationToMilliseconds(options.poll);
  const poll = new CatalogPoll({ db, reader, sweep, every });
  await scheduler
    .createScheduledTaskRunner({
      ...schedule,
      frequency: options.poll,
      scope: 'local',
    })
    .run({
      id: 'maturity-poll',
      fn: async signal => {
        await poll.run(signal);
      },
    });
  return sweep;
}
