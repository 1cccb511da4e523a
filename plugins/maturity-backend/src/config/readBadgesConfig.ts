import type { ConfigProblem } from '@backstage-maturity/plugin-maturity-common';

const PATH = 'maturity.badges';

/** Who is shown badges. */
export interface BadgesConfig {
  /** Whether everybody who reaches the backend is, without credentials. */
  anonymous: boolean;
}

/** Reads the value of `maturity.badges`; a wrong setting keeps its default and is reported. */
export function readBadgesConfig(value: unknown): {
  badges: BadgesConfig;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (path: string, wrong: unknown, expected: string) =>
    problems.push({ path, value: JSON.stringify(wrong), expected });
  const badges = { anonymous: false };
  const section = value ?? {};
  if (typeof section !== 'object' || Array.isArray(section)) {
    refuse(PATH, section, 'an object');
    return { badges, problems };
  }
  for (const [key, setting] of Object.entries(section)) {
    if (setting === undefined || setting === null) continue;
    if (key !== 'anonymous') {
      refuse(`${PATH}.${key}`, setting, 'the key anonymous');
    } else if (typeof setting === 'boolean') {
      badges.anonymous = setting;
    } else {
      refuse(`${PATH}.anonymous`, setting, 'true or false');
    }
  }
  return { badges, problems };
}
