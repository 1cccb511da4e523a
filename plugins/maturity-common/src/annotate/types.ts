/**
 * A link of an entity, as `metadata.links` holds it.
 *
 * @public
 */
export interface LinkValue {
  url: string;
  title?: string;
  icon?: string;
  type?: string;
}

/**
 * One wish for one entity. Setting what is already there and removing what is not there changes nothing.
 *
 * @public
 */
export type Change =
  | { do: 'set-annotation'; key: string; value: string }
  | { do: 'remove-annotation'; key: string }
  /** `path` leads below `spec`, or to `metadata.title` or `metadata.description`. */
  | {
      do: 'set-field';
      path: readonly string[];
      value: string | readonly string[];
    }
  | { do: 'remove-field'; path: readonly string[] }
  /** Replaces the link of the same type, or of the same URL where no type is given; otherwise adds one. */
  | { do: 'set-link'; link: LinkValue }
  /** Removes every link of a type, or of a URL, or of both where both are given. */
  | { do: 'remove-link'; type?: string; url?: string }
  | { do: 'add-tag'; tag: string }
  | { do: 'remove-tag'; tag: string };

/**
 * A place in a text, both from 1; the column counts UTF-16 units and leaves a byte order mark out.
 *
 * @public
 */
export interface TextPlace {
  line: number;
  column: number;
}

/**
 * Why an edit is not made.
 *
 * @public
 */
export type RefusalReason =
  /** The text is no YAML, or its indentation holds tabs. */
  | 'yaml'
  | 'duplicate-key'
  | 'too-large'
  | 'no-entity'
  /** The file holds the entity more than once. */
  | 'several-entities'
  /** The key is no annotation key, or a name that every object has. */
  | 'key'
  /** The value is one that the checks cannot read. */
  | 'value'
  | 'field'
  /** The edit would change another place through an anchor. */
  | 'anchor'
  /** Something else stands where the edit leads. */
  | 'shape'
  /** The text cannot be edited in place without touching more than was asked for. */
  | 'layout';

/**
 * One reason against an edit: where, what was found, and what was expected.
 *
 * @public
 */
export interface Refusal {
  reason: RefusalReason;
  /** Missing where the wish itself is wrong and not the file. */
  place?: TextPlace;
  /** What the refusal is about: a key, a path, a reference. */
  subject: string;
  /** What was found there; empty when nothing was. */
  found: string;
  expected: string;
}

/**
 * What one change did, as text before and after; undefined where there was, or is, nothing.
 *
 * @public
 */
export interface AppliedChange {
  /** For people, e.g. `metadata.annotations.maturity/tier`. */
  path: string;
  before: string | undefined;
  after: string | undefined;
}

/**
 * The edited text, its unified diff and what changed; all empty of change where nothing had to be done.
 *
 * @public
 */
export interface EntityEdit {
  text: string;
  /** Empty when nothing changed. */
  diff: string;
  changes: readonly AppliedChange[];
}

/** @public */
export type EditResult =
  | { ok: true; edit: EntityEdit }
  | { ok: false; refusals: readonly Refusal[] };

/**
 * What to edit.
 *
 * @public
 */
export interface EditOptions {
  /** `[kind:][namespace/]name`; the kind is Component and the namespace `default` where they are left out. */
  entity: string;
  changes: readonly Change[];
  /** The name of the file in the diff; default `catalog-info.yaml`. */
  file?: string;
}
