import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';
import { toError } from '@backstage/errors';

/** Path of the schedule of the sweep in the configuration. */
export const SCHEDULE_KEY = 'maturity.schedule';

// The time limit is also how long a killed replica keeps others from sweeping.
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
  scope: 'global',
};

/** When to sweep; a wrong setting keeps the default and is reported. */
export function readSchedule(config: RootConfigService): {
  schedule: SchedulerServiceTaskScheduleDefinition;
  problems: ConfigProblem[];
} {
  const value = config.getOptional(SCHEDULE_KEY);
  if (value === undefined) return { schedule: DEFAULT_SCHEDULE, problems: [] };
  try {
    const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig(SCHEDULE_KEY),
    );
    return { schedule: { ...schedule, scope: 'global' }, problems: [] };
  } catch (error) {
    const problem: ConfigProblem = {
      path: SCHEDULE_KEY,
      value: JSON.stringify(value),
      expected: `a schedule with "frequency" and "timeout" (${
        toError(error).message
      })`,
    };
    return { schedule: DEFAULT_SCHEDULE, problems: [problem] };
  }
}
