import type { JsonObject, JsonValue } from '@backstage/types';

/** Whether a value is an object of named values, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key; undefined for everything else. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inside, key) =>
      isRecord(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined,
    value,
  );
}

/** What JSON keeps of a value. */
export function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null));
}

/** Whether JSON holds named values. */
export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return isRecord(value);
}
