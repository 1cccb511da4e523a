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

// The time limit is also how long a killed replica keeps others from sweeping.
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

const DEFAULT_POLL: HumanDuration = { seconds: 10 };
const SHORTEST_POLL_MS = 1_000;

const DEFAULT_PAGE_SIZE = 500;
const MOST_PER_PAGE = 10_000;

/** When the catalog is swept, and in which steps it is read. */
export interface SweepConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Time from one look at the etags of the catalog to the next. */
  poll: HumanDuration;
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

function readPoll(setting: JsonValue): HumanDuration | undefined {
  try {
    const config = new ConfigReader({ poll: setting });
    const poll = readDurationFromConfig(config, { key: 'poll' });
    return durationToMilliseconds(poll) >= SHORTEST_POLL_MS ? poll : undefined;
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
  let poll = DEFAULT_POLL;
  const section = value ?? {};
  if (!isSection(section)) {
    refuse(PATH, section, 'an object');
    return {
      sweep: { schedule: toSchedule(settings), poll, pageSize },
      problems,
    };
  }
  for (const [key, setting] of Object.entries(section)) {
    const path = `${PATH}.${key}`;
    if (setting === undefined || setting === null) continue;
    if (key === 'pageSize') {
      if (isPageSize(setting)) pageSize = setting;
      else refuse(path, setting, `an integer from 1 to ${MOST_PER_PAGE}`);
    } else if (key === 'poll') {
      const read = readPoll(setting);
      if (read) poll = read;
      else refuse(path, setting, 'a duration of at least one second');
    } else if (!Object.hasOwn(EXPECTED, key)) {
      const known = [...Object.keys(EXPECTED), 'poll', 'pageSize'].join(', ');
      refuse(path, setting, `one of the keys ${known}`);
    } else if (isSetting(key, setting)) {
      settings[key] = setting;
    } else {
      refuse(path, setting, EXPECTED[key]);
    }
  }
  return {
    sweep: { schedule: toSchedule(settings), poll, pageSize },
    problems,
  };
}
