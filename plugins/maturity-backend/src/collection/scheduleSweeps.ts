import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Knex } from 'knex';
import { CatalogPoll } from './CatalogPoll';
import type { CatalogReader } from './readCatalog';
import type { Sweep } from './Sweep';
import { waitForCatalog } from './waitForCatalog';

/** Sweeps on a schedule and polls the catalog in between, each on one replica at a time. */
export async function scheduleSweeps(options: {
  db: Knex;
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Time from one poll to the next. */
  poll: HumanDuration;
  sweep: Sweep;
  reader: CatalogReader;
}): Promise<void> {
  const { db, scheduler, schedule, sweep, reader } = options;
  let first = true;
  await scheduler.createScheduledTaskRunner(schedule).run({
    id: 'maturity-sweep',
    fn: async signal => {
      if (first) await waitForCatalog(reader, signal);
      first = false;
      await sweep.run(signal);
    },
  });
  const { timeout } = schedule;
  const longestSweep =
    'toMillis' in timeout
      ? timeout.toMillis()
      : durationToMilliseconds(timeout);
  const poll = new CatalogPoll({ db, reader, sweep, longestSweep });
  await scheduler
    .createScheduledTaskRunner({ ...schedule, frequency: options.poll })
    .run({
      id: 'maturity-poll',
      fn: async signal => {
        await poll.run(signal);
      },
    });
}
