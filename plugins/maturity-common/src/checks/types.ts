import type { EntityView, Tier } from '../entity/types';
import type { CatalogGraph } from '../graph/types';
import type { RepositoryFacts } from '../observe/types';
import type { Clock } from './Clock';

/**
 * Outcome of one check for one entity.
 *
 * @public
 */
export type Status = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'exempt';

/**
 * How much a piece of evidence proves, strongest first.
 *
 * @public
 */
export const STRENGTHS = ['observed', 'graph', 'linked', 'declared'] as const;
/** @public */
export type Strength = (typeof STRENGTHS)[number];

/**
 * A piece of evidence: its strength, where it was found (key, path, relation, query), its value, and the entity that it was inherited from.
 *
 * @public
 */
export interface Evidence {
  strength: Strength;
  source: string;
  value: string;
  from: string | null;
  /** True for a piece that does not suffice alone and so never sets the strength of a result. */
  supporting?: boolean;
  /**
   * When a fact of a provider was observed last, as an ISO date. Only answers to readers have it: no
   * verdict depends on an age.
   */
  observedAt?: string;
}

/**
 * Values that fill the text of a reason code.
 *
 * @public
 */
export type ReasonDetails = Readonly<
  Record<string, string | number | boolean | readonly string[]>
>;

/**
 * The result of one check for one entity; also its wire shape. Text is rendered from `reason` and `details` at the edge.
 *
 * @public
 */
export interface CheckResult {
  check: string;
  track: string;
  level: number;
  status: Status;
  reason: string;
  details?: ReasonDetails;
  evidence: readonly Evidence[];
  remedy: string;
}

/**
 * What a decide function returns.
 *
 * @public
 */
export interface Decision {
  status: 'pass' | 'fail' | 'unknown';
  reason: string;
  details?: ReasonDetails;
  evidence?: readonly Evidence[];
}

/**
 * Why a check does not apply, or nothing when it does.
 *
 * @public
 */
export interface NotApplicable {
  reason: string;
  details?: ReasonDetails;
}

/**
 * A track: its id, words, and the names of its levels, lowest first.
 *
 * @public
 */
export interface Track {
  id: string;
  title: string;
  /** One line that says what the track asks. */
  purpose: string;
  levels: readonly string[];
  builtIn: boolean;
}

/**
 * A check as data: what definitions, docs and pages show.
 *
 * @public
 */
export interface CheckDefinition {
  id: string;
  title: string;
  track: string;
  level: number;
  weight: number;
  /** Applicability code (built-in) or predicate (own checks), for display. */
  applies: string;
  decides: string;
  passes: string;
  fails: string;
  absent: 'fail' | 'unknown';
  source: string;
  remedy: string;
  inherits: readonly string[];
  /** Numbers of the article's claims that the check embodies. */
  claims: readonly number[];
  /** What counts as seen in a file tree, when anything does. */
  observed?: string;
  /** Whether the practice is technical or cultural. */
  nature: 'technical' | 'cultural';
  /** First day on which the check counts (UTC); before it the check is announced. */
  from?: string;
  builtIn: boolean;
  deprecatedBy?: string;
  extraKeys?: readonly string[];
}

/**
 * Facts of one entity: the observed repository, and facts of other sources as plain data.
 *
 * @public
 */
export interface EntityFacts {
  repository?: RepositoryFacts;
  /** What could not be read, by source: checks that would need it are unknown with reason `error`. */
  errors?: Readonly<Record<string, string>>;
  /** Facts of other sources: `facts.<source>.<name>`. */
  sources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A waiver in force or expired; `until` is the last UTC day on which it holds.
 *
 * @public
 */
export interface Exemption {
  entityRef: string;
  check: string;
  reason: string;
  until: string;
  approvedBy?: string;
}

/**
 * Everything that a check may ask. Time is an argument so that dates are testable.
 *
 * @public
 */
export interface CheckContext {
  graph: CatalogGraph;
  settings: Settings;
  /** Whether a day has come: a check that asks nothing else of time is evaluated again on that day only. */
  clock: Clock;
  /** Epoch milliseconds. A check that reads it is evaluated again on every UTC day. */
  readonly now: number;
  facts: EntityFacts;
  /** Tier for applicability: min(declared or default, 2) when shared or under an SLA. */
  effectiveTier: Tier;
}

/**
 * A check that can decide. Built-in and declared checks are the same thing to the engine.
 *
 * @public
 */
export interface Check {
  definition: CheckDefinition;
  /** Undefined when the check applies. */
  notApplicable(
    view: EntityView,
    context: CheckContext,
  ): NotApplicable | undefined;
  decide(view: EntityView, context: CheckContext): Decision;
}

/**
 * Settings of the engine; every one has a default (`DEFAULT_SETTINGS`).
 *
 * @public
 */
export interface Settings {
  supportedStacks: readonly string[];
  platformGroupTypes: readonly string[];
  teamGroupTypes: readonly string[];
  scmSlugImpliesCi: boolean;
  allowUserOwners: boolean;
  maxMinorLag: number;
  defaultTier: Tier;
  /** Share of a set that must have reached a level for the set to have it. */
  rollUpShare: number;
  regulatedTags: readonly string[];
  /** Alias (lower case) to canonical stack. */
  stackAliases: ReadonlyMap<string, string>;
  /** Keys of other tools that hold objectives, as the configuration adds them to the check `slo-defined`. */
  sloKeys: readonly string[];
  /** Overrides of the absence rule by check id. */
  absence: Readonly<Record<string, 'fail' | 'unknown'>>;
  /** Whether `maturity/exempt.<check-id>` annotations count. */
  exemptAnnotations: boolean;
  exemptions: readonly Exemption[];
}

/**
 * A configuration problem: where, what was there, and what was expected.
 *
 * @public
 */
export interface ConfigProblem {
  /** Path of the key, e.g. `maturity.checks.threat-model.weight`. */
  path: string;
  value: string;
  expected: string;
  /** The check that is disabled because of it, if one is. */
  check?: string;
}

/**
 * The definitions in force. `version` is a hash of checks, settings and the engine.
 *
 * @public
 */
export interface DefinitionSet {
  version: string;
  tracks: readonly Track[];
  checks: readonly Check[];
  settings: Settings;
  problems: readonly ConfigProblem[];
}
