import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { CatalogReader } from './readCatalog';
import type { Sweep } from './Sweep';
import { waitForCatalog } from './waitForCatalog';

/** Sweeps on a schedule, on one replica at a time. */
export async function scheduleSweeps(options: {
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  sweep: Sweep;
  reader: CatalogReader;
}): Promise<void> {
  const { scheduler, schedule, sweep, reader } = options;
  let first = true;
  await scheduler.createScheduledTaskRunner(schedule).run({
    id: 'maturity-sweep',
    fn: async signal => {
      if (first) await waitForCatalog(reader, signal);
      first = false;
      await sweep.run(signal);
    },
  });
}
