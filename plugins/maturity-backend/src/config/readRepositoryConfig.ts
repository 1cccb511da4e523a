import path from 'node:path';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type JsonValue } from '@backstage/types';
import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

const PATH = 'maturity.repository';
const LOCAL_PATH = 'maturity.local.root';

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
  frequency: { default: 3_600_000, least: 60_000, words: 'one minute' },
  timeout: { default: 120_000, least: 1_000, words: 'one second' },
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

function toMilliseconds(setting: JsonValue): number | undefined {
  try {
    const config = new ConfigReader({ setting });
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'setting' }),
    );
  } catch {
    return undefined;
  }
}

/** Reads the values of `maturity.repository` and `maturity.local.root`; a wrong setting keeps its default and is reported. */
export function readRepositoryConfig(
  value: unknown,
  options: {
    root: unknown;
    /** Hosts that the portal has an integration with. */
    hosts: ReadonlySet<string>;
  },
): { repository: RepositoryConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const refuse = (at: string, wrong: unknown, expected: string) =>
    problems.push({ path: at, value: JSON.stringify(wrong), expected });
  const repository: RepositoryConfig = {
    root: undefined,
    hosts: new Set(),
    frequency: DURATIONS.frequency.default,
    timeout: DURATIONS.timeout.default,
    concurrency: COUNTS.concurrency.default,
    maxFiles: COUNTS.maxFiles.default,
    maxBytes: COUNTS.maxBytes.default,
  };
  const { root } = options;
  if (typeof root === 'string' && root !== '') {
    repository.root = path.resolve(root);
  } else if (root !== undefined && root !== null) {
    refuse(LOCAL_PATH, root, 'the path of a folder');
  }
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
      const { least, words } = DURATIONS[key];
      const read = toMilliseconds(setting);
      if (read !== undefined && read >= least) repository[key] = read;
      else refuse(at, setting, `a duration of at least ${words}`);
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
