/** Values that the backend accepts, in the order in which the filters offer them. */
export const TIERS = ['1', '2', '3', '4', 'none'] as const;
export const LIFECYCLES = ['production', 'experimental', 'deprecated'] as const;
export const STAGE_FILTERS = [
  'exploring',
  'starting',
  'devops',
  'sre',
  'platform',
  'leaving',
] as const;
export const STATUSES = [
  'fail',
  'unknown',
  'pass',
  'exempt',
  'not-applicable',
] as const;

/** A guard for one of a list of words. */
export function oneOf<const T extends string>(
  words: readonly T[],
): (value: string) => value is T {
  const known: ReadonlySet<string> = new Set(words);
  return (value): value is T => known.has(value);
}
