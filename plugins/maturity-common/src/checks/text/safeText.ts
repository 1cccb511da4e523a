const LIMIT = 120;

/**
 * Control characters, line and paragraph separators, invisible characters, marks that reorder text,
 * and halves of a surrogate pair: none of them may reach a terminal, a log line or a page. The two
 * joiners stay, because Persian, Indic scripts and emoji need them.
 */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * Text from a catalog or a configuration file, safe to show on one line: white space is folded, unsafe
 * characters become `?`, and what is longer than `limit` characters ends in an ellipsis.
 *
 * @public
 */
export function safeText(text: string, limit: number = LIMIT): string {
  // Only the part that can be shown is looked at, so that a value of a megabyte costs nothing.
  const head = text.slice(0, limit * 4);
  const clean = head.replace(/\s+/g, ' ').replace(UNSAFE, '?').trim();
  if (clean.length <= limit && head.length === text.length) {
    return clean;
  }
  // The cut may fall between the halves of a surrogate pair.
  return `${clean
    .slice(0, limit - 1)
    .replace(UNSAFE, '')
    .trimEnd()}…`;
}
