/**
 * Everything reached from the starting points, breadth first and without repetition, so that a cycle
 * ends the walk instead of repeating it. The starting points themselves come first.
 */
export function walk<T>(
  start: readonly T[],
  next: (item: T) => readonly T[],
): T[] {
  const reached = new Set(start);
  // A Set visits what is added while it is being visited.
  for (const item of reached) {
    next(item).forEach(neighbour => reached.add(neighbour));
  }
  return [...reached];
}
