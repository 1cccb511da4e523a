import type { Terminal } from './Terminal';

/**
 * Control characters, line and paragraph separators, and marks that reorder text or cannot be seen. The two
 * joiners stay, because Persian, Indic scripts and emoji need them.
 */
const UNSAFE = /(?![\u200c\u200d\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Lines for the eye: what would drive a terminal becomes `?`, line breaks and tabs stay. */
export function safeLines(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, '?');
}

/**
 * A difference as it is for programs such as `git apply`, and safe on a screen: the lines around a change come
 * from files of others.
 */
export function diffText(
  diff: string,
  { columns }: Pick<Terminal, 'columns'>,
): string {
  return columns === undefined ? diff : safeLines(diff);
}

/**
 * JSON on lines of its own. What JSON may hold as it is and a terminal obeys, such as U+009B, is escaped,
 * which changes no value.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(UNSAFE, escaped);
  return `${text}\n`;
}

function escaped(characters: string): string {
  // A character of two halves is escaped as both.
  return [...Array(characters.length).keys()]
    .map(
      index =>
        `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
    )
    .join('');
}
