/** Longer names of files are no names that a person writes into a pattern. */
const LONGEST = 300;

/**
 * True when a path is of a pattern: `*` stands for any part of a name, `**` also for slashes. In time
 * that grows with the product of both lengths, whatever the pattern.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  if (path.length > LONGEST || pattern.length > LONGEST) {
    return false;
  }
  // Which beginnings of the path the pattern can have reached so far.
  let reached = Array.from({ length: path.length + 1 }, (_, at) => at === 0);
  for (const piece of pattern.match(/\*+|[^*]/g) ?? []) {
    const next = reached.map(() => false);
    if (piece.startsWith('*')) {
      const crosses = piece.length > 1;
      for (let at = 0; at < reached.length; at += 1) {
        const goesOn =
          at > 0 && next[at - 1] && (crosses || path[at - 1] !== '/');
        next[at] = reached[at] || goesOn;
      }
    } else {
      for (let at = 1; at < reached.length; at += 1) {
        next[at] = reached[at - 1] && path[at - 1] === piece;
      }
    }
    reached = next;
  }
  return reached[path.length];
}
