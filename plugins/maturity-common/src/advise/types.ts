/** What the advisor counts; the shape of the vectors. */
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
  levels: { devops: number; sre: number; platform: number };
}

/** Thresholds of the rules; `manyStacks` is the only number stated in the article. */
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

export type AdviceTrack = 'devops' | 'sre' | 'platform';
export type Verdict =
  | 'now'
  | 'next'
  | 'later'
  | 'attained'
  | 'not-indicated'
  | 'not-worth-it-yet'
  | 'unknown';
export type OrgStage = 'unknown' | 'exploring' | 'starting' | 'devops' | 'sre' | 'platform';
export type Primary =
  | 'insufficient-data'
  | 'devops-light'
  | 'keep-exploring'
  | 'sustain'
  | AdviceTrack;
export type Confidence = 'high' | 'medium' | 'low';

/** Why a rule fired. */
export interface RuleEvidence {
  ruleId: string;
  value: number | null;
  threshold: number;
  /** Whether the threshold is stated in the article or chosen here. */
  origin: 'article' | 'ours';
  /** At most ten. */
  entityRefs: readonly string[];
  claims: readonly number[];
}

export interface TrackAdvice {
  verdict: Verdict;
  triggers: readonly string[];
  blockers: readonly string[];
  evidence: readonly RuleEvidence[];
}

export interface NextAction {
  /** Rule or slot that chose it. */
  id: string;
  /** The check to work on; null when the action is not one check. */
  check: string | null;
  /** Entities concerned. */
  count: number;
  entityRefs: readonly string[];
  /** Query of the filtered list, e.g. `check=slo-defined&status=fail`. */
  filter: string;
  text: string;
}

/** The advisor's output. */
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
