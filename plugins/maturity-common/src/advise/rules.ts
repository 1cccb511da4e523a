import type { AdviceTrack, Measure, Signals, Thresholds } from './types';

/**
 * Ids of all rules, in the order in which they are shown.
 *
 * @public
 */
export const RULE_IDS = [
  'G0',
  'G1',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'P1',
  'P2',
  'P3',
  'P4',
  'PB1',
  'X1',
] as const;
/** @public */
export type RuleId = (typeof RULE_IDS)[number];

/**
 * A measured value against the threshold that it met.
 *
 * @public
 */
export interface RuleReading {
  measure: Measure;
  value: number | null;
  threshold: number;
}

/**
 * One rule as data.
 *
 * @public
 */
export interface AdviceRule {
  id: RuleId;
  track: AdviceTrack;
  /** Whether the threshold is stated in the article or chosen here. */
  origin: 'article' | 'ours';
  /** Numbers of the article's claims that the rule embodies. */
  claims: readonly number[];
  /** The readings that made the rule fire; empty when it did not. */
  fires(signals: Signals, thresholds: Thresholds): readonly RuleReading[];
}

// "Several" of anything that could be one, and a single one: not settings, as other numbers make no sense.
const SEVERAL = 2;
const SINGLE = 1;
// From here on most of what runs is cloud-native. Not a setting either, as it decides nothing.
const MOST = 0.5;

/**
 * Rules in the order of `RULE_IDS`. X1 here says only that the organization is large enough for it; D5 is
 * evidence alone and triggers nothing.
 *
 * @public
 */
export const RULES: readonly AdviceRule[] = [
  {
    id: 'G0',
    track: 'devops',
    origin: 'ours',
    claims: [],
    fires: ({ services }) =>
      services === 0 ? [reading('services', 0, 0)] : [],
  },
  {
    id: 'G1',
    track: 'devops',
    origin: 'ours',
    claims: [64, 65],
    fires: (signals, { experimentalShare }) => {
      if (signals.services > 0 && signals.productionServices === 0) {
        return [reading('productionServices', 0, 0)];
      }
      const share = shareOf(signals.experimentalServices, signals.services);
      return share >= experimentalShare &&
        signals.tier1Services === 0 &&
        signals.slaServices === 0
        ? [reading('experimentalShare', share, experimentalShare)]
        : [];
    },
  },
  {
    id: 'D1',
    track: 'devops',
    origin: 'ours',
    claims: [29, 75],
    fires: ({ levels }, { attained }) =>
      levels.devops < attained
        ? [reading('devopsLevel', levels.devops, attained)]
        : [],
  },
  {
    id: 'D2',
    track: 'devops',
    origin: 'ours',
    claims: [21, 22],
    fires: ({ stacks, ciProviders }) =>
      stacks >= SEVERAL && ciProviders >= SEVERAL
        ? [
            reading('ciProviders', ciProviders, SEVERAL),
            reading('stacks', stacks, SEVERAL),
          ]
        : [],
  },
  {
    id: 'D3',
    track: 'devops',
    origin: 'ours',
    claims: [24, 25, 26, 27],
    fires: ({ regulatedServices }) =>
      atLeast('regulatedServices', regulatedServices, 1),
  },
  {
    id: 'D4',
    track: 'devops',
    origin: 'ours',
    claims: [23],
    fires: ({ mlServices }) => atLeast('mlServices', mlServices, 1),
  },
  {
    id: 'D5',
    track: 'devops',
    origin: 'ours',
    claims: [19],
    fires: ({ runtimeShare }) =>
      runtimeShare === undefined
        ? []
        : atLeast('runtimeShare', runtimeShare, MOST),
  },
  {
    id: 'S1',
    track: 'sre',
    origin: 'article',
    claims: [43],
    // Strictly more, as the article says "more than three".
    fires: ({ stacks }, { manyStacks }) =>
      stacks > manyStacks ? [reading('stacks', stacks, manyStacks)] : [],
  },
  {
    id: 'S2',
    track: 'sre',
    origin: 'ours',
    claims: [45],
    fires: ({ maxFanInTeams }, { sharedFanInTeams }) =>
      atLeast('maxFanInTeams', maxFanInTeams, sharedFanInTeams),
  },
  {
    id: 'S3',
    track: 'sre',
    origin: 'ours',
    claims: [44],
    fires: ({ productionServices }, { scaleServices }) =>
      atLeast('productionServices', productionServices, scaleServices),
  },
  {
    id: 'S4',
    track: 'sre',
    origin: 'ours',
    claims: [46, 76],
    fires: ({ tier1Services, slaServices }) => [
      ...atLeast('tier1Services', tier1Services, 1),
      ...atLeast('slaServices', slaServices, 1),
    ],
  },
  {
    id: 'S5',
    track: 'sre',
    origin: 'ours',
    claims: [47, 48],
    fires: ({ legacyCriticalShare }, { legacyShare }) =>
      atLeast('legacyCriticalShare', legacyCriticalShare, legacyShare),
  },
  {
    id: 'P1',
    track: 'platform',
    origin: 'ours',
    claims: [56],
    fires: ({ teams }, { multipleTeams }) =>
      atLeast('teams', teams, multipleTeams),
  },
  {
    id: 'P2',
    track: 'platform',
    origin: 'ours',
    claims: [57, 78],
    fires: ({ ciProviders, stacks, goldenPathShare: share }, thresholds) => [
      ...atLeast('ciProviders', ciProviders, SEVERAL),
      ...(stacks >= SEVERAL && share < thresholds.goldenPathShare
        ? [reading('goldenPathShare', share, thresholds.goldenPathShare)]
        : []),
    ],
  },
  {
    id: 'P3',
    track: 'platform',
    origin: 'ours',
    claims: [59],
    fires: ({ resourceTypes, resourcesPerService }, thresholds) => [
      ...atLeast(
        'resourceTypes',
        resourceTypes,
        thresholds.complexResourceTypes,
      ),
      ...atLeast(
        'resourcesPerService',
        resourcesPerService,
        thresholds.resourcesPerService,
      ),
    ],
  },
  {
    id: 'P4',
    track: 'platform',
    origin: 'ours',
    claims: [54],
    fires: ({ onboardingDays }, { slowOnboardingDays }) =>
      onboardingDays === null
        ? []
        : atLeast('onboardingDays', onboardingDays, slowOnboardingDays),
  },
  {
    id: 'PB1',
    track: 'platform',
    origin: 'ours',
    claims: [62, 63],
    fires: ({ developers, teams, stacks }, { handfulDevelopers }) => {
      if (stacks > SINGLE) {
        return [];
      }
      // Teams stand in for developers that nobody counted.
      const people =
        developers === null
          ? reading('teams', teams, SINGLE)
          : reading('developers', developers, handfulDevelopers);
      return (people.value ?? 0) <= people.threshold
        ? [people, reading('stacks', stacks, SINGLE)]
        : [];
    },
  },
  {
    id: 'X1',
    track: 'platform',
    origin: 'ours',
    claims: [51],
    fires: ({ teams }, { parallelPlatformTeams }) =>
      atLeast('teams', teams, parallelPlatformTeams),
  },
];

function reading(
  measure: Measure,
  value: number,
  threshold: number,
): RuleReading {
  return { measure, value, threshold };
}

function atLeast(
  measure: Measure,
  value: number,
  threshold: number,
): RuleReading[] {
  return value >= threshold ? [reading(measure, value, threshold)] : [];
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
