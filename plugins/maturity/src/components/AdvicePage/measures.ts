import {
  DEFAULT_THRESHOLDS,
  measured,
  MEASURES,
  RULES,
  type Measure,
  type Thresholds,
} from '@backstage-maturity/plugin-maturity-common';
import { oneOf, type ServicesQuery } from '../../filters';
import type { Advice, Model } from './wire';

const isMeasure = oneOf(MEASURES);

/** What a piece of evidence measured; the backend may leave it out. */
export function measureOf({
  measure,
}: {
  measure?: string;
}): Measure | undefined {
  return measure !== undefined && isMeasure(measure) ? measure : undefined;
}

const SHARES: ReadonlySet<Measure> = new Set<Measure>([
  'experimentalShare',
  'legacyCriticalShare',
  'goldenPathShare',
  'runtimeShare',
]);

/** A measured number as a page shows it: shares in percent, means with one decimal. */
export function figure(
  value: number | null,
  measure: Measure | undefined,
): string | undefined {
  if (value === null) return undefined;
  return measure !== undefined && SHARES.has(measure)
    ? `${Math.round(value * 100)}%`
    : String(Math.round(value * 10) / 10);
}

/** What a list must be narrowed by to hold what was counted. */
export interface Counted {
  /** The number that a level is compared with. */
  threshold: number;
  /** Types of what runs; undefined where every type does. */
  types: readonly string[] | undefined;
}

/** The filtered list of the services that a measure counts; nothing where no filter says it. */
export function listBehind(
  measure: Measure | undefined,
  { threshold, types }: Counted,
): ServicesQuery | undefined {
  // The advisor counts what runs, and the list holds libraries and documentation too.
  const running: ServicesQuery = types ? { type: [...types] } : {};
  switch (measure) {
    case 'services':
      return { ...running, lifecycle: ['production', 'experimental'] };
    case 'productionServices':
      return { ...running, lifecycle: ['production'] };
    case 'experimentalShare':
      return { ...running, lifecycle: ['experimental'] };
    case 'tier1Services':
      return { ...running, tier: ['1'], lifecycle: ['production'] };
    case 'goldenPathShare':
      return {
        ...running,
        check: 'golden-path-origin',
        status: ['pass'],
        lifecycle: ['production'],
      };
    case 'runtimeShare':
      return {
        ...running,
        check: 'runtime-linked',
        status: ['pass'],
        lifecycle: ['production'],
      };
    case 'devopsLevel':
      return {
        track: 'devops',
        level: Array.from({ length: threshold }, (_, level) => String(level)),
        lifecycle: ['production'],
      };
    default:
      return undefined;
  }
}

/**
 * The filtered list of the services that made a rule fire. Most rules fire by what they count; a small
 * share on a golden path is the fault of those that follow none.
 */
export function listThatFired(
  measure: Measure | undefined,
  counted: Counted,
): ServicesQuery | undefined {
  return measure === 'goldenPathShare'
    ? {
        ...listBehind(measure, counted),
        check: 'golden-path-origin',
        status: ['fail', 'unknown'],
        lifecycle: ['production'],
      }
    : listBehind(measure, counted);
}

/** A number that could make a rule fire, as it is and as it would have to be. */
export interface Distance {
  measure: Measure;
  value: number | null;
  threshold: number;
}

const GROWING: Readonly<
  Record<Model, readonly (readonly [Measure, keyof Thresholds | 1])[]>
> = {
  devops: [],
  sre: [
    ['stacks', 'manyStacks'],
    ['maxFanInTeams', 'sharedFanInTeams'],
    ['productionServices', 'scaleServices'],
    ['tier1Services', 1],
    ['slaServices', 1],
  ],
  platform: [
    ['teams', 'multipleTeams'],
    ['developers', 'handfulDevelopers'],
    ['stacks', 1],
    ['resourceTypes', 'complexResourceTypes'],
    ['onboardingDays', 'slowOnboardingDays'],
  ],
};

/** How far the signals of a model are from what would call for it. */
export function distances(advice: Advice, model: Model): Distance[] {
  const { inputs } = advice;
  return GROWING[model].map(([measure, threshold]) => ({
    measure,
    value: measured(inputs, measure),
    threshold: threshold === 1 ? 1 : thresholdOf(advice, threshold),
  }));
}

/** A threshold in force. */
export function thresholdOf(advice: Advice, key: keyof Thresholds): number {
  return Object.hasOwn(advice.thresholds, key)
    ? advice.thresholds[key]
    : DEFAULT_THRESHOLDS[key];
}

/** The place of a rule in the order in which rules are shown. */
export function rank(ruleId: string): number {
  const index = RULES.findIndex(({ id }) => id === ruleId);
  return index === -1 ? RULES.length : index;
}
