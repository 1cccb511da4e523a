import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

const PATH = 'maturity.refresh';
const DEFAULT_LIMIT = 30;
const MOST = 100_000;

/** How often scorecards may be evaluated on request. */
export interface RefreshConfig {
  /** Refreshes that one caller may ask for within a minute, on each replica. */
  limit: number;
}

/** Reads the value of `maturity.refresh`; a wrong setting keeps its default and is reported. */
export function readRefreshConfig(value: unknown): {
  refresh: RefreshConfig;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (path: string, wrong: unknown, expected: string) =>
    problems.push({ path, value: JSON.stringify(wrong), expected });
  const refresh = { limit: DEFAULT_LIMIT };
  const section = value ?? {};
  if (typeof section !== 'object' || Array.isArray(section)) {
    refuse(PATH, section, 'an object');
    return { refresh, problems };
  }
  for (const [key, setting] of Object.entries(section)) {
    if (setting === undefined || setting === null) continue;
    if (key !== 'limit') {
      refuse(`${PATH}.${key}`, setting, 'the key limit');
    } else if (
      Number.isInteger(setting) &&
      Number(setting) >= 1 &&
      Number(setting) <= MOST
    ) {
      refresh.limit = Number(setting);
    } else {
      refuse(`${PATH}.limit`, setting, `an integer from 1 to ${MOST}`);
    }
  }
  return { refresh, problems };
}
