import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { HumanDuration, JsonObject, JsonValue } from '@backstage/types';
import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';
import { isCron } from './cron';
import {
  durationRange,
  LONGEST_PAUSE,
  LONGEST_TIMER,
  readDuration,
} from './readDuration';

const PATH = 'maturity.sweep';

/** Settings that are durations, with what they may be. */
const DURATIONS = {
  frequency: durationRange(1_000, 'one second', LONGEST_PAUSE),
  timeout: durationRange(1_000, 'one second', LONGEST_TIMER),
  initialDelay: durationRange(0, 'zero seconds', LONGEST_TIMER),
  poll: durationRange(1_000, 'one second', LONGEST_TIMER),
  // Shorter than a pause of the garbage collector it would be lost for nothing.
  lease: durationRange(5_000, 'five seconds', LONGEST_TIMER),
} as const;

type Durations = Record<keyof typeof DURATIONS, HumanDuration>;

const DEFAULTS: Durations = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
  poll: { seconds: 10 },
  lease: { seconds: 20 },
};

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

/**
 * Reads `{ cron: "..." }`; undefined when there is none. Parts of a duration may stand beside it: those
 * of another file, which Backstage has merged.
 */
function readCron(setting: JsonValue): { cron: string } | undefined {
  const cron = isSection(setting) ? setting.cron : undefined;
  return isCron(cron) ? { cron } : undefined;
}

/** Reads the value of `maturity.sweep`; a wrong setting keeps its default and is reported. */
export function readSweepConfig(value: unknown): {
  sweep: SweepConfig;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (path: string, wrong: unknown, expected: string) =>
    problems.push({ path, value: JSON.stringify(wrong), expected });

  const durations = { ...DEFAULTS };
  let cron: { cron: string } | undefined;
  let pageSize = DEFAULT_PAGE_SIZE;
  const section = value ?? {};
  if (!isSection(section)) refuse(PATH, section, 'an object');
  for (const [key, setting] of Object.entries(
    isSection(section) ? section : {},
  )) {
    const path = `${PATH}.${key}`;
    if (setting === undefined || setting === null) continue;
    if (key === 'pageSize') {
      if (isPageSize(setting)) pageSize = setting;
      else refuse(path, setting, `an integer from 1 to ${MOST_PER_PAGE}`);
    } else if (!isDurationKey(key)) {
      const known = [...Object.keys(DURATIONS), 'pageSize'].join(', ');
      refuse(path, setting, `one of the keys ${known}`);
    } else {
      const range = DURATIONS[key];
      const read = readDuration(setting, range);
      if (key === 'frequency') cron = readCron(setting);
      if (read) durations[key] = read;
      else if (key !== 'frequency') refuse(path, setting, range.words);
      else if (!cron) {
        refuse(path, setting, `${range.words}, or { cron: "..." }`);
      }
    }
  }
  const { frequency, timeout, initialDelay, poll, lease } = durations;
  return {
    sweep: {
      schedule: {
        frequency: cron ?? frequency,
        timeout,
        initialDelay,
        scope: 'global',
      },
      poll,
      lease,
      pageSize,
    },
    problems,
  };
}
