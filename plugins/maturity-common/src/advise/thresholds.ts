import type { Thresholds } from './types';

/**
 * Thresholds without configuration. Only `manyStacks` is stated in the article; the others are ours.
 *
 * @public
 */
export const DEFAULT_THRESHOLDS: Thresholds = {
  experimentalShare: 0.6,
  manyStacks: 3,
  sharedFanInTeams: 3,
  scaleServices: 20,
  handfulDevelopers: 10,
  multipleTeams: 3,
  complexResourceTypes: 4,
  resourcesPerService: 3,
  slowOnboardingDays: 10,
  goldenPathShare: 0.5,
  legacyShare: 0.5,
  parallelPlatformTeams: 8,
  attained: 2,
};

/** DevOps level that regulated and machine learning services ask for. */
export const RAISED_DEVOPS_LEVEL = 3;
