/**
 * What the advisor counts; the shape of the vectors.
 *
 * @public
 */
export interface Signals {
  teams: number;
  developers: number | null;
  services: number;
  productionServices: number;
  experimentalServices: number;
  stacks: number;
  ciProviders: number;
  maxFanInTeams: number;
  tier1Services: number;
  slaServices: number;
  legacyCriticalShare: number;
  regulatedServices: number;
  mlServices: number;
  resourceTypes: number;
  resourcesPerService: number;
  onboardingDays: number | null;
  goldenPathShare: number;
  /**
   * Share of the production services that are linked to where they run; absent where it was not counted.
   * It is shown as evidence and decides no verdict.
   */
  runtimeShare?: number;
  levels: { devops: number; sre: number; platform: number };
}

/**
 * Thresholds of the rules; `manyStacks` is the only number stated in the article.
 *
 * @public
 */
export interface Thresholds {
  experimentalShare: number;
  manyStacks: number;
  sharedFanInTeams: number;
  scaleServices: number;
  handfulDevelopers: number;
  multipleTeams: number;
  complexResourceTypes: number;
  resourcesPerService: number;
  slowOnboardingDays: number;
  goldenPathShare: number;
  legacyShare: number;
  parallelPlatformTeams: number;
  attained: number;
}

/** @public */
export type AdviceTrack = 'devops' | 'sre' | 'platform';
/** @public */
export type Verdict =
  | 'now'
  | 'next'
  | 'later'
  | 'attained'
  | 'not-indicated'
  | 'not-worth-it-yet'
  | 'unknown';
/** @public */
export type OrgStage =
  | 'unknown'
  | 'exploring'
  | 'starting'
  | 'devops'
  | 'sre'
  | 'platform';
/** @public */
export type Primary =
  | 'insufficient-data'
  | 'devops-light'
  | 'keep-exploring'
  | 'sustain'
  | AdviceTrack;
/** @public */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Why a rule fired.
 *
 * @public
 */
export interface RuleEvidence {
  ruleId: string;
  /** What was measured, by the name of the signal; a rule may rest on two. */
  measure?: string;
  value: number | null;
  threshold: number;
  /** Whether the threshold is stated in the article or chosen here. */
  origin: 'article' | 'ours';
  /** At most ten. */
  entityRefs: readonly string[];
  /** All entities behind the value, also those that are not listed; absent when only signals were given. */
  count?: number;
  claims: readonly number[];
}

/** @public */
export interface TrackAdvice {
  verdict: Verdict;
  triggers: readonly string[];
  blockers: readonly string[];
  evidence: readonly RuleEvidence[];
}

/** @public */
export interface NextAction {
  /** Rule or slot that chose it. */
  id: string;
  /** The check to work on; null when the action is not one check. */
  check: string | null;
  /** Entities concerned. */
  count: number;
  entityRefs: readonly string[];
  /**
   * Query of the list of exactly these entities, e.g. `check=slo-defined&status=fail&lifecycle=production`;
   * empty where no query finds exactly them.
   */
  filter: string;
  text: string;
}

/**
 * The advisor's output.
 *
 * @public
 */
export interface Advice {
  primary: Primary;
  orgStage: OrgStage;
  confidence: Confidence;
  verdicts: Readonly<Record<AdviceTrack, TrackAdvice>>;
  caveats: readonly string[];
  nextActions: readonly NextAction[];
  inputs: Signals;
  thresholds: Thresholds;
}

/**
 * What a rule measures, by name: a signal, or what is derived from several.
 *
 * @public
 */
export const MEASURES = [
  'services',
  'productionServices',
  'experimentalShare',
  'devopsLevel',
  'stacks',
  'ciProviders',
  'regulatedServices',
  'mlServices',
  'maxFanInTeams',
  'tier1Services',
  'slaServices',
  'legacyCriticalShare',
  'teams',
  'goldenPathShare',
  'runtimeShare',
  'resourceTypes',
  'resourcesPerService',
  'onboardingDays',
  'developers',
] as const;
/** @public */
export type Measure = (typeof MEASURES)[number];

/**
 * How much of the catalog the counts rest on, each from 0 to 1.
 *
 * @public
 */
export interface SignalCoverage {
  /** Share of services with an owner. */
  owner: number;
  /** Share of services with a known stack. */
  stack: number;
  /** Share of services with a declared tier. */
  tier: number;
  /** Whether the catalog has Users. */
  users: boolean;
}

/**
 * One check that is open somewhere, with where.
 *
 * @public
 */
export interface OpenWork {
  check: string;
  track: string;
  level: number;
  title: string;
  remedy: string;
  /** Sum over failing entities of check weight x tier weight. */
  gain: number;
  /** Whether it is a next step of at least one entity. */
  blocking: boolean;
  /** Entities for which it fails or is unknown, in reference order. */
  entityRefs: readonly string[];
}

/**
 * What the signals were counted from: the entities behind each measure, and what there is to do.
 *
 * @public
 */
export interface SignalSources {
  refs: Readonly<Record<Measure, readonly string[]>>;
  coverage: SignalCoverage;
  /** Stack of most production services; the first by name among equals. */
  commonestStack: string | null;
  commonestResourceType: string | null;
  /** Services built by another CI provider than most. */
  minorityCi: readonly string[];
  /** Everything that has a scorecard, in reference order. */
  scored: readonly string[];
  /** Open checks in the order of the leverage list. */
  work: readonly OpenWork[];
  /** Lifecycle of the entities that `work` is about: before anything is in production, experiments. */
  workLifecycle: 'production' | 'experimental';
}
