/**
 * Whether one list becomes the other by at most so many lines put in and taken out: the greedy algorithm of
 * Myers, which stops there. Its time is the number of lines times the number of edits.
 */
export function isNear(
  one: readonly string[],
  other: readonly string[],
  most: number,
): boolean {
  // The furthest line of `one` that is reached on each diagonal.
  const reached = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = middle + diagonal;
      const fromAbove =
        diagonal === -edits ||
        (diagonal !== edits && reached[at - 1] < reached[at + 1]);
      let line = fromAbove ? reached[at + 1] : reached[at - 1] + 1;
      while (
        line < one.length &&
        line - diagonal < other.length &&
        one[line] === other[line - diagonal]
      ) {
        line += 1;
      }
      reached[at] = line;
      if (line >= one.length && line - diagonal >= other.length) {
        return true;
      }
    }
  }
  return false;
}
