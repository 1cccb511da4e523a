import type { Change, TextPlace } from '../types';

/**
 * What an annotation, or the YAML around it, can have wrong, with what is right, for people.
 *
 * @public
 */
export const LINT_RULES = {
  yaml: 'A catalog file is well-formed YAML and is set in with spaces.',
  'duplicate-key': 'A key stands in a map only once.',
  'too-large': 'A catalog file is not larger than one million characters.',
  'unknown-key': 'A key that begins with "maturity/" is one of the known keys.',
  'not-text': 'The value of an annotation is text, in quotes where YAML asks.',
  empty: 'An annotation has a value.',
  placeholder: 'A value is no placeholder.',
  malformed: 'A value is one that the checks can read.',
  future: 'A day on which something was done is not still to come.',
  'unread-kind': 'An annotation stands on a kind for which it is read.',
} as const;

/** @public */
export type LintRule = keyof typeof LINT_RULES;

/**
 * One thing that is wrong in a catalog file, and where.
 *
 * @public
 */
export interface LintFinding {
  rule: LintRule;
  place: TextPlace;
  /** The entity that holds it; undefined where the YAML is wrong. */
  entityRef: string | undefined;
  /** What it is about: an annotation key, a key of the map. */
  subject: string;
  found: string;
  expected: string;
  /** Puts it right, where a machine can know how. */
  repair?: Change;
}

/**
 * What is known besides the file.
 *
 * @public
 */
export interface LintOptions {
  /** Checks that an exemption may name; by default the built-in ones. */
  checkIds?: ReadonlySet<string>;
  /** Epoch milliseconds; without it no day is called future. */
  now?: number;
}
