/** The value that occurs most often, the first by name among equals; null when there is none. */
export function commonest(values: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  );
  return first ? first[0] : null;
}
