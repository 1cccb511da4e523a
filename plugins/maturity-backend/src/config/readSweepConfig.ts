import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonObject,
  type JsonValue,
} from '@backstage/types';
import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

const PATH = 'maturity.sweep';

const DEFAULTS: JsonObject = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
};

const EXPECTED: Readonly<Record<string, string>> = {
  frequency: 'a duration such as { minutes: 10 }, or { cron: "..." }',
  timeout: 'a duration such as { minutes: 15 }',
  initialDelay: 'a duration such as { seconds: 3 }',
};

/** Settings that are durations alone, with what they are at least. */
const DURATIONS = {
  poll: { default: { seconds: 10 }, seconds: 1, words: 'one second' },
  // Shorter than a pause of the garbage collector it would be lost for nothing.
  lease: { default: { seconds: 20 }, seconds: 5, words: 'five seconds' },
} as const;

const DEFAULT_PAGE_SIZE = 500;
const MOST_PER_PAGE = 10_000;

/** When the catalog is swept, and in which steps it is read. */
export interface SweepConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Time from one look at the etags of the catalog to the next. */
  poll: HumanDuration;
  /** Time without a sign of life after which another process takes over a sweep. */
  lease: HumanDuration;
  /** Entities that are read from the catalog at once. */
  pageSize: number;
}

function isSection(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toSchedule(
  settings: JsonObject,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(
    new ConfigReader(settings),
  );
  return { ...schedule, scope: 'global' };
}

function isSetting(key: string, value: JsonValue): boolean {
  try {
    toSchedule({ ...DEFAULTS, [key]: value });
    return true;
  } catch {
    return false;
  }
}

function isPageSize(value: JsonValue | undefined): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 1 &&
    value <= MOST_PER_PAGE
  );
}

function isDurationKey(key: string): key is keyof typeof DURATIONS {
  return Object.hasOwn(DURATIONS, key);
}

function readDuration(
  key: keyof typeof DURATIONS,
  setting: JsonValue,
): HumanDuration | undefined {
  try {
    const config = new ConfigReader({ [key]: setting });
    const duration = readDurationFromConfig(config, { key });
    const least = DURATIONS[key].seconds * 1_000;
    return durationToMilliseconds(duration) >= least ? duration : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the value of `maturity.sweep`; a wrong setting keeps its default and is reported. */
export function readSweepConfig(value: unknown): {
  sweep: SweepConfig;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (path: string, wrong: unknown, expected: string) =>
    problems.push({ path, value: JSON.stringify(wrong), expected });

  const settings = { ...DEFAULTS };
  let pageSize = DEFAULT_PAGE_SIZE;
  const durations: Record<keyof typeof DURATIONS, HumanDuration> = {
    poll: DURATIONS.poll.default,
    lease: DURATIONS.lease.default,
  };
  const section = value ?? {};
  if (!isSection(section)) {
    refuse(PATH, section, 'an object');
    return {
      sweep: { schedule: toSchedule(settings), ...durations, pageSize },
      problems,
    };
  }
  for (const [key, setting] of Object.entries(section)) {
    const path = `${PATH}.${key}`;
    if (setting === undefined || setting === null) continue;
    if (key === 'pageSize') {
      if (isPageSize(setting)) pageSize = setting;
      else refuse(path, setting, `an integer from 1 to ${MOST_PER_PAGE}`);
    } else if (isDurationKey(key)) {
      const read = readDuration(key, setting);
      if (read) durations[key] = read;
      else {
        refuse(path, setting, `a duration of at least ${DURATIONS[key].words}`);
      }
    } else if (!Object.hasOwn(EXPECTED, key)) {
      const known = [
        ...Object.keys(EXPECTED),
        ...Object.keys(DURATIONS),
        'pageSize',
      ].join(', ');
      refuse(path, setting, `one of the keys ${known}`);
    } else if (isSetting(key, setting)) {
      settings[key] = setting;
    } else {
      refuse(path, setting, EXPECTED[key]);
    }
  }
  return {
    sweep: { schedule: toSchedule(settings), ...durations, pageSize },
    problems,
  };
}
