import { ProblemList } from '../checks/config/ProblemList';
import type { ConfigProblem } from '../checks/types';
import { isRecord } from '../entity/fields';
import { type NumberForm, parseNumbers } from './parseNumbers';
import type { Signals } from './types';

type Counted = Exclude<keyof Signals, 'levels' | keyof typeof NULLABLE>;

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
const NULLABLE = {
  developers: 'count',
  onboardingDays: 'number',
  runtimeShare: 'share',
} as const;
const LEVELS = {
  devops: 'reached',
  sre: 'reached',
  platform: 'reached',
} as const;

/** Counts of what is a part of another count. */
const PARTS: readonly (readonly [part: Counted, whole: Counted])[] = [
  ['productionServices', 'services'],
  ['experimentalServices', 'services'],
  ['tier1Services', 'productionServices'],
  ['slaServices', 'productionServices'],
  ['regulatedServices', 'productionServices'],
  ['mlServices', 'productionServices'],
];

/**
 * Reads signals that were given as data, e.g. a file. All counts must be there, and none of a part may be
 * above that of the whole; `developers`,
 * `onboardingDays` and `runtimeShare` may be null or left out. Never throws: with problems there are no signals.
 *
 * @public
 */
export function parseSignals(value: unknown): {
  signals: Signals | undefined;
  problems: readonly ConfigProblem[];
} {
  const problems = new ProblemList();
  const path = 'signals';
  if (!isRecord(value)) {
    problems.add({ path, value, expected: 'an object' });
    return { signals: undefined, problems: problems.all };
  }
  const { levels: givenLevels, ...counts } = withoutNulls(value);
  const found = parseNumbers(counts, {
    path,
    forms: { ...COUNTED, ...NULLABLE },
    problems,
    otherKeys: ['levels'],
  });
  const levels = parseNumbers(givenLevels, {
    path: `${path}.levels`,
    forms: LEVELS,
    problems,
  });
  reportMissing(counts, { path, keys: Object.keys(COUNTED), problems });
  if (isRecord(givenLevels)) {
    reportMissing(givenLevels, {
      path: `${path}.levels`,
      keys: Object.keys(LEVELS),
      problems,
    });
  }
  for (const [part, whole] of PARTS) {
    const [count = 0, most = Infinity] = [found[part], found[whole]];
    if (count > most) {
      problems.add({
        path: `${path}.${part}`,
        value: count,
        expected: `at most ${most}, the number of "${whole}"`,
      });
    }
  }
  if (problems.count > 0) {
    return { signals: undefined, problems: problems.all };
  }
  return {
    signals: {
      teams: found.teams ?? 0,
      developers: found.developers ?? null,
      services: found.services ?? 0,
      productionServices: found.productionServices ?? 0,
      experimentalServices: found.experimentalServices ?? 0,
      stacks: found.stacks ?? 0,
      ciProviders: found.ciProviders ?? 0,
      maxFanInTeams: found.maxFanInTeams ?? 0,
      tier1Services: found.tier1Services ?? 0,
      slaServices: found.slaServices ?? 0,
      legacyCriticalShare: found.legacyCriticalShare ?? 0,
      regulatedServices: found.regulatedServices ?? 0,
      mlServices: found.mlServices ?? 0,
      resourceTypes: found.resourceTypes ?? 0,
      resourcesPerService: found.resourcesPerService ?? 0,
      onboardingDays: found.onboardingDays ?? null,
      goldenPathShare: found.goldenPathShare ?? 0,
      ...(found.runtimeShare !== undefined && {
        runtimeShare: found.runtimeShare,
      }),
      levels: {
        devops: levels.devops ?? 0,
        sre: levels.sre ?? 0,
        platform: levels.platform ?? 0,
      },
    },
    problems: [],
  };
}

function reportMissing(
  given: Record<string, unknown>,
  options: { path: string; keys: readonly string[]; problems: ProblemList },
): void {
  for (const key of options.keys) {
    if (!Object.hasOwn(given, key)) {
      options.problems.add({
        path: `${options.path}.${key}`,
        value: undefined,
        expected: 'a number',
      });
    }
  }
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, entry]) => !(entry === null && Object.hasOwn(NULLABLE, key)),
    ),
  );
}
