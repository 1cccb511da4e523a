import { ProblemList } from '../checks/config/ProblemList';
import type { ConfigProblem } from '../checks/types';
import { isRecord } from '../entity';
import { type NumberForm, parseNumbers } from './parseNumbers';
import type { Signals } from './types';

type Counted = Exclude<
  keyof Signals,
  'levels' | 'developers' | 'onboardingDays'
>;

const COUNTED: Readonly<Record<Counted, NumberForm>> = {
  teams: 'count',
  services: 'count',
  productionServices: 'count',
  experimentalServices: 'count',
  stacks: 'count',
  ciProviders: 'count',
  maxFanInTeams: 'count',
  tier1Services: 'count',
  slaServices: 'count',
  legacyCriticalShare: 'share',
  regulatedServices: 'count',
  mlServices: 'count',
  resourceTypes: 'count',
  resourcesPerService: 'number',
  goldenPathShare: 'share',
};
const NULLABLE = { developers: 'count', onboardingDays: 'number' } as const;
const LEVELS = { devops: 'count', sre: 'count', platform: 'count' } as const;

/**
 * Reads signals that were given as data, e.g. a file. All counts must be there; `developers` and
 * `onboardingDays` may be null or left out. Never throws: with problems there are no signals.
 */
export function parseSignals(value: unknown): {
  signals: Signals | undefined;
  problems: readonly ConfigProblem[];
} {
  const problems = new ProblemList();
  const path = 'signals';
  const given = isRecord(value) ? withoutNulls(value) : value;
  const { levels: givenLevels, ...rest } = isRecord(given)
    ? given
    : { levels: undefined };
  const found = parseNumbers(isRecord(given) ? rest : given, {
    path,
    forms: { ...COUNTED, ...NULLABLE },
    problems,
  });
  const levels = isRecord(given)
    ? parseNumbers(givenLevels, {
        path: `${path}.levels`,
        forms: LEVELS,
        problems,
      })
    : {};
  // Only the first look reports what is missing, so that a wrong value is not reported twice.
  const seen = problems.count > 0;
  const need = (from: Partial<Record<string, number>>, key: string): number => {
    const number = from[key];
    if (number === undefined && !seen) {
      const at = from === levels ? `${path}.levels` : path;
      problems.add({ path: `${at}.${key}`, value: undefined, expected: 'a number' });
    }
    return number ?? 0;
  };
  const signals: Signals = {
    teams: need(found, 'teams'),
    developers: found.developers ?? null,
    services: need(found, 'services'),
    productionServices: need(found, 'productionServices'),
    experimentalServices: need(found, 'experimentalServices'),
    stacks: need(found, 'stacks'),
    ciProviders: need(found, 'ciProviders'),
    maxFanInTeams: need(found, 'maxFanInTeams'),
    tier1Services: need(found, 'tier1Services'),
    slaServices: need(found, 'slaServices'),
    legacyCriticalShare: need(found, 'legacyCriticalShare'),
    regulatedServices: need(found, 'regulatedServices'),
    mlServices: need(found, 'mlServices'),
    resourceTypes: need(found, 'resourceTypes'),
    resourcesPerService: need(found, 'resourcesPerService'),
    onboardingDays: found.onboardingDays ?? null,
    goldenPathShare: need(found, 'goldenPathShare'),
    levels: {
      devops: need(levels, 'devops'),
      sre: need(levels, 'sre'),
      platform: need(levels, 'platform'),
    },
  };
  return {
    signals: problems.count > 0 ? undefined : signals,
    problems: problems.all,
  };
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, entry]) => !(entry === null && Object.hasOwn(NULLABLE, key)),
    ),
  );
}
