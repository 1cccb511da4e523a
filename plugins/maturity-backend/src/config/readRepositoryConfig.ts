import path from 'node:path';
import { durationToMilliseconds } from '@backstage/types';
import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

import {
  durationRange,
  LONGEST_PAUSE,
  LONGEST_TIMER,
  readDuration,
} from './readDuration';

const PATH = 'maturity.repository';

/** How the files of entities are read. */
export interface RepositoryConfig {
  /** Absolute path of the folder of locally generated services; undefined when there is none. */
  root: string | undefined;
  /** Hosts with an integration whose trees are read; empty when that is off. */
  hosts: ReadonlySet<string>;
  /** Milliseconds from one look at a tree of a host to the next. */
  frequency: number;
  /** Milliseconds after which reading one tree is given up. */
  timeout: number;
  /** Trees of one host that are read at the same time. */
  concurrency: number;
  /** Most files of one tree that are listed. */
  maxFiles: number;
  /** Most bytes that the files of one tree may have together before its download is stopped. */
  maxBytes: number;
}

const DURATIONS = {
  frequency: durationRange(60_000, 'one minute', LONGEST_PAUSE),
  timeout: durationRange(1_000, 'one second', LONGEST_TIMER),
} as const;

const COUNTS = {
  concurrency: { default: 2, most: 20 },
  maxFiles: { default: 20_000, most: 50_000 },
  maxBytes: { default: 200_000_000, most: 2_000_000_000 },
} as const;

const KEYS = ['enabled', ...Object.keys(DURATIONS), ...Object.keys(COUNTS)];

function isDuration(key: string): key is keyof typeof DURATIONS {
  return Object.hasOwn(DURATIONS, key);
}

function isCount(key: string): key is keyof typeof COUNTS {
  return Object.hasOwn(COUNTS, key);
}

/** Reads the value of `maturity.repository`; a wrong setting keeps its default and is reported. */
export function readRepositoryConfig(
  value: unknown,
  options: {
    /** Folder of locally generated services, when there is one. */
    root: string | undefined;
    /** Hosts that the portal has an integration with. */
    hosts: ReadonlySet<string>;
  },
): { repository: RepositoryConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const refuse = (at: string, wrong: unknown, expected: string) =>
    problems.push({ path: at, value: JSON.stringify(wrong), expected });
  const repository: RepositoryConfig = {
    root: options.root === undefined ? undefined : path.resolve(options.root),
    hosts: new Set(),
    frequency: 3_600_000,
    timeout: 120_000,
    concurrency: COUNTS.concurrency.default,
    maxFiles: COUNTS.maxFiles.default,
    maxBytes: COUNTS.maxBytes.default,
  };
  const section: unknown = value ?? {};
  if (typeof section !== 'object' || Array.isArray(section) || !section) {
    refuse(PATH, section, 'an object');
    return { repository, problems };
  }
  for (const [key, setting] of Object.entries(section)) {
    const at = `${PATH}.${key}`;
    if (setting === undefined || setting === null) continue;
    if (key === 'enabled') {
      if (setting === true) repository.hosts = options.hosts;
      else if (setting !== false) refuse(at, setting, 'true or false');
    } else if (isDuration(key)) {
      const read = readDuration(setting, DURATIONS[key]);
      if (read) repository[key] = durationToMilliseconds(read);
      else refuse(at, setting, DURATIONS[key].words);
    } else if (isCount(key)) {
      const { most } = COUNTS[key];
      const read = Number.isInteger(setting) ? Number(setting) : 0;
      if (read >= 1 && read <= most) repository[key] = read;
      else refuse(at, setting, `an integer from 1 to ${most}`);
    } else {
      refuse(at, setting, `one of the keys ${KEYS.join(', ')}`);
    }
  }
  return { repository, problems };
}
