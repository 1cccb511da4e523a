/** An object of a JSON document. Keys are user text: read it with `Object.entries` or `Object.hasOwn` only. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, and neither null nor a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value of a key; a key that stands there without a value (YAML `key:`) counts as missing. */
export function ownValue(record: JsonRecord, key: string): unknown {
  if (!Object.hasOwn(record, key)) {
    return undefined;
  }
  return record[key] ?? undefined;
}

/** Whether a value is a finite number. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Whether a value is one that a predicate can compare with: text, a finite number, or true or false. */
export function isPrimitive(
  value: unknown,
): value is string | number | boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    isFiniteNumber(value)
  );
}
