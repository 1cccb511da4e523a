/**
 * The value that a record itself holds under a key. Track and check ids come from configuration, so
 * a key such as `constructor` must not reach what every object inherits.
 */
export function own<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
