import { ProblemList } from '../checks/config/ProblemList';
import type { ConfigProblem } from '../checks/types';
import { type NumberForm, parseNumbers } from './parseNumbers';
import { DEFAULT_THRESHOLDS } from './thresholds';
import type { Thresholds } from './types';

const FORMS: Readonly<Record<keyof Thresholds, NumberForm>> = {
  experimentalShare: 'share',
  manyStacks: 'count',
  sharedFanInTeams: 'count',
  scaleServices: 'count',
  handfulDevelopers: 'count',
  multipleTeams: 'count',
  complexResourceTypes: 'count',
  resourcesPerService: 'number',
  slowOnboardingDays: 'number',
  goldenPathShare: 'share',
  legacyShare: 'share',
  parallelPlatformTeams: 'count',
  attained: 'level',
};

/**
 * Reads the thresholds from the value of `maturity.advisor`. Never throws: a wrong value is reported
 * and keeps its default.
 *
 * @public
 */
export function parseThresholds(config: unknown): {
  thresholds: Thresholds;
  problems: readonly ConfigProblem[];
} {
  const problems = new ProblemList();
  const found = parseNumbers(config ?? {}, {
    path: 'maturity.advisor',
    forms: FORMS,
    problems,
  });
  return {
    thresholds: { ...DEFAULT_THRESHOLDS, ...found },
    problems: problems.all,
  };
}

/**
 * Reads `maturity.onboardingDays`: working days until a newcomer's first change in production, or null.
 *
 * @public
 */
export function parseOnboardingDays(value: unknown): {
  onboardingDays: number | null;
  problems: readonly ConfigProblem[];
} {
  const problems = new ProblemList();
  const { onboardingDays = null } = parseNumbers(
    value === undefined || value === null ? {} : { onboardingDays: value },
    { path: 'maturity', forms: { onboardingDays: 'number' }, problems },
  );
  return { onboardingDays, problems: problems.all };
}
