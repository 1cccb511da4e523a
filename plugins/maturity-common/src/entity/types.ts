import type { Entity } from '@backstage/catalog-model';

/**
 * What the lifecycle word of an entity means for scoring; aliases such as `ga` or `poc` are folded in.
 *
 * @public
 */
export type Lifecycle = 'production' | 'experimental' | 'deprecated';

/**
 * How costly downtime is, from 1 (worst) to 4.
 *
 * @public
 */
export type Tier = 1 | 2 | 3 | 4;

/**
 * Why a text counts as never filled in: it is not a string at all, a template left `${{` in it, its
 * host is example.com, or it says CHANGEME or TBD.
 *
 * @public
 */
export type PlaceholderKind =
  | 'not-a-string'
  | 'unrendered'
  | 'example-host'
  | 'word';

/**
 * An annotation, read once. `negative` and `placeholder` never count as evidence for a practice:
 * the first says that it is absent, the second that nobody filled it in.
 *
 * @public
 */
export type AnnotationValue =
  | { state: 'absent'; key: string }
  | { state: 'negative'; key: string; raw: string }
  | { state: 'placeholder'; key: string; raw: string; why?: PlaceholderKind }
  | { state: 'value'; key: string; value: string };

/**
 * An entity link, with its type in lower case.
 *
 * @public
 */
export interface TypedLink {
  url: string;
  title?: string;
  type: string;
}

/**
 * An entity as the checks see it: every field they share, parsed once, tolerant of anything that a
 * catalog file can hold. Never throws for any entity.
 *
 * @public
 */
export interface EntityView {
  /** Canonical reference in lower case, e.g. `component:default/checkout`. */
  readonly ref: string;
  /** In lower case. */
  readonly kind: string;
  /** As written; `default` when missing. */
  readonly namespace: string;
  /** As written. */
  readonly name: string;
  readonly entity: Entity;
  /** `metadata.title`, else the display name of a profile (groups and users), else the name. */
  readonly title: string;
  /** `spec.type` in lower case; empty when missing. */
  readonly type: string;
  /** False for library, package, sdk, documentation, tool; true for every other type, unknown ones included. */
  readonly runtime: boolean;
  readonly lifecycle: Lifecycle;
  /** The word as written and whether it is one of the accepted words. */
  readonly lifecycleWord: { raw: string; known: boolean };
  /** `maturity/tier` (annotation wins over label); undefined when missing or malformed. */
  readonly tier: Tier | undefined;
  /** The raw tier as written, with where it was read; undefined when nothing was written. */
  readonly tierWord: { raw: string; source: string } | undefined;
  /** Lower-case tags; only strings. */
  readonly tags: readonly string[];
  /** What was written as annotations, by key: anything may stand in a file where a text belongs. */
  readonly annotations: ReadonlyMap<string, unknown>;
  /** Reads one annotation through the shared value rules. */
  read(key: string): AnnotationValue;
  /** Links of a type (case-insensitive) that have a usable http(s) URL. */
  links(type: string): readonly TypedLink[];
}
