import type { EntityView } from '../entity/types';

/**
 * A relation target: its canonical reference, and the entity when the graph holds it.
 *
 * @public
 */
export interface Target {
  ref: string;
  view: EntityView | undefined;
}

/**
 * A relation from one reference to another.
 *
 * @public
 */
export interface Edge {
  source: string;
  type: string;
  target: string;
}

/**
 * An entity as it is now; undefined when it is gone.
 *
 * @public
 */
export interface ViewChange {
  ref: string;
  view: EntityView | undefined;
}

/**
 * An entity before and after a change; undefined where there is none.
 *
 * @public
 */
export interface Replacement {
  before: EntityView | undefined;
  after: EntityView | undefined;
}

/**
 * An index over entities and relations. It is closed: a target that it does not hold is dangling,
 * which is a fact and not a read error, unless the graph is partial.
 *
 * Every question that a check asks goes through these methods, so that a caller can wrap the graph and
 * record what an entity's verdicts depend on.
 *
 * @public
 */
export interface CatalogGraph {
  /** True on the command line with `--partial`: a missing target then means "outside", not "dangling". */
  readonly partial: boolean;
  get(ref: string): EntityView | undefined;
  /** All entities of a kind (lower case), sorted by reference. */
  all(kind: string): readonly EntityView[];
  /** True when there is an entity of a kind (lower case). */
  hasAny(kind: string): boolean;
  /** Targets of a relation type, in reference order, without duplicates. */
  targets(ref: string, relation: string): readonly Target[];
  /** `ownedBy` targets. */
  owners(ref: string): readonly Target[];
  /**
   * Where a value of `ref` may be inherited from at a place, nearest first: `system` (and its parent
   * systems), `domain` (of the system, then parent domains), `owner` (the owner Group, then its
   * parents). Cycle-safe.
   */
  places(
    ref: string,
    place: 'system' | 'domain' | 'owner',
  ): readonly EntityView[];
  /** Distinct owner Groups of the consumers of an entity other than its own owners; API consumption counts for the provider too. */
  consumerTeams(ref: string): readonly string[];
  /** Providers (`apiProvidedBy`) of an API. */
  providers(apiRef: string): readonly Target[];
  /** References in the entity's relations that the graph does not hold. */
  dangling(ref: string): readonly string[];
  /** Distinct canonical stacks of all Templates (tags and `maturity/stack`). */
  templateStacks(): readonly string[];
  /** True when at least one entity is a platform offering (`maturity/platform: "true"` or owned by a Group of a platform type). */
  hasPlatformOfferings(): boolean;
  isPlatformOffering(ref: string): boolean;
  /** Components reached for a roll-up scope: group (child groups too), system (recursively through subcomponents), domain (systems, subdomains). Sorted, deduplicated, cycle-safe. */
  members(ref: string): readonly EntityView[];
}

/**
 * What the graph needs to know from configuration.
 *
 * @public
 */
export interface GraphOptions {
  partial?: boolean;
  /** Lower-case `spec.type` of Groups that build the platform; default `['platform']`. */
  platformGroupTypes?: readonly string[];
  /** Alias (lower case) to canonical stack; default the built-in table. */
  stackAliases?: ReadonlyMap<string, string>;
}
