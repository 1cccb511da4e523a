const LONGEST = 64;
const SHORTEST_START = 3;

/** Number of single-character edits, swaps of neighbours included, that turn one word into the other. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      if (i === 0) {
        rows[i].push(j);
        continue;
      }
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, rows[i - 2][j - 2] + 1);
      }
      rows[i].push(best);
    }
  }
  return rows[a.length][b.length];
}

/**
 * The known words that a mistyped one may have meant, nearest first, at most three.
 *
 * @public
 */
export function closest(word: string, known: Iterable<string>): string[] {
  if (word.length > LONGEST) {
    return [];
  }
  const wanted = word.toLowerCase();
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    // Half an id is a common slip too; it comes after what is only mistyped.
    const begins = wanted.length >= SHORTEST_START && lower.startsWith(wanted);
    const comparable = Math.abs(lower.length - wanted.length) <= reach;
    const distance = comparable ? editDistance(wanted, lower) : Infinity;
    if (distance <= reach || begins) {
      near.push({ candidate, distance: Math.min(distance, reach + 1) });
    }
  }
  return near
    .sort(
      (a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** The end of a message that names what a mistyped word may have meant; empty when nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = closest(word, known).map(candidate => `"${candidate}"`);
  return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
}
