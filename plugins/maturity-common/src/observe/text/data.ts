import { isRecord } from '../../entity/fields';

/** The value at a path of own keys and indexes; undefined when any step is missing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current: unknown = value;
  for (const step of path) {
    if (typeof step === 'number') {
      current = Array.isArray(current) ? current[step] : undefined;
    } else {
      current =
        isRecord(current) && Object.hasOwn(current, step)
          ? current[step]
          : undefined;
    }
  }
  return current;
}

/** A list as it is, a single value as a list of one, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value === undefined || value === null ? [] : [value];
}

/** Trimmed text of a string or number; undefined when it is empty or anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** Own entries of a record; an empty list for anything else. */
export function entriesOf(
  value: unknown,
): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}
