import { ANNOTATION_PREFIX } from './prefix';
import { parseList } from './lists';
import type { EntityView } from './types';

const TABLE: readonly (readonly [stack: string, ...aliases: string[]])[] = [
  ['go', 'golang'],
  ['java'],
  ['kotlin'],
  ['scala'],
  ['node', 'nodejs', 'js', 'javascript', 'ts', 'typescript'],
  ['python', 'py'],
  ['ruby'],
  ['php'],
  ['dotnet', 'csharp', '.net'],
  ['rust'],
  ['cpp', 'c++'],
  ['swift'],
  ['elixir'],
];

/**
 * The canonical stacks, in the order of the table.
 *
 * @public
 */
export const STACKS: readonly string[] = TABLE.map(([stack]) => stack);

/**
 * Every known word for a stack, in lower case and canonical names included, with its canonical name.
 *
 * @public
 */
export const STACK_ALIASES: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(words => words.map(word => [word, words[0]] as const)),
);

const STACK_KEY = `${ANNOTATION_PREFIX}stack`;

/**
 * The canonical stack that a word stands for, or undefined when the table does not know it.
 *
 * @public
 */
export function canonicalStack(
  word: string,
  aliases: ReadonlyMap<string, string> = STACK_ALIASES,
): string | undefined {
  return aliases.get(word.trim().toLowerCase());
}

/**
 * A stack and where it was read.
 *
 * @public
 */
export interface DeclaredStack {
  /** Canonical name; a word of `maturity/stack` that the table does not know stands for itself, in lower case. */
  value: string;
  /** `maturity/stack` or `metadata.tags`. */
  source: string;
  /** The word as written, in lower case. */
  raw: string;
}

/**
 * The stacks that an entity declares: the words of `maturity/stack` in order, then its tags that the
 * table knows; without repetitions. A negative in `maturity/stack` beats the tags.
 *
 * @public
 */
export function declaredStacks(
  view: EntityView,
  aliases: ReadonlyMap<string, string> = STACK_ALIASES,
): DeclaredStack[] {
  const annotation = view.read(STACK_KEY);
  if (annotation.state === 'negative') {
    return [];
  }
  const found = new Map<string, DeclaredStack>();
  if (annotation.state === 'value') {
    for (const raw of parseList(annotation.value)) {
      const value = canonicalStack(raw, aliases) ?? raw;
      if (!found.has(value)) {
        found.set(value, { value, source: STACK_KEY, raw });
      }
    }
  }
  for (const raw of view.tags) {
    const value = canonicalStack(raw, aliases);
    if (value !== undefined && !found.has(value)) {
      found.set(value, { value, source: 'metadata.tags', raw });
    }
  }
  return [...found.values()];
}

/**
 * The first declared stack, or undefined when the entity declares none.
 *
 * @public
 */
export function primaryStack(
  view: EntityView,
  aliases: ReadonlyMap<string, string> = STACK_ALIASES,
): DeclaredStack | undefined {
  return declaredStacks(view, aliases).at(0);
}
