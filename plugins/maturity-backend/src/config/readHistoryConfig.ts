import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

const PATH = 'maturity.history';
const DEFAULT_DAYS = 400;
const MOST = 36_500;

/** How long the past is kept. */
export interface HistoryConfig {
  /** Days for which changes of scorecards and daily snapshots are kept. */
  retentionDays: number;
}

/** Reads the value of `maturity.history`; a wrong setting keeps its default and is reported. */
export function readHistoryConfig(value: unknown): {
  history: HistoryConfig;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (path: string, wrong: unknown, expected: string) =>
    problems.push({ path, value: JSON.stringify(wrong), expected });
  const history = { retentionDays: DEFAULT_DAYS };
  const section = value ?? {};
  if (typeof section !== 'object' || Array.isArray(section)) {
    refuse(PATH, section, 'an object');
    return { history, problems };
  }
  for (const [key, setting] of Object.entries(section)) {
    if (setting === undefined || setting === null) continue;
    const days = Number(setting);
    if (key !== 'retentionDays') {
      refuse(`${PATH}.${key}`, setting, 'the key retentionDays');
    } else if (Number.isInteger(setting) && days >= 1 && days <= MOST) {
      history.retentionDays = days;
    } else {
      refuse(`${PATH}.${key}`, setting, `an integer from 1 to ${MOST}`);
    }
  }
  return { history, problems };
}
