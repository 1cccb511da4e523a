import { at } from '../text/data';

const MAX_NESTING = 10;

/** What `!reference [job, key]` names; undefined for any other list. */
export function referenced(list: readonly unknown[], data: unknown): unknown {
  const path = list.filter(step => typeof step === 'string');
  return path.length > 1 && path.length === list.length
    ? at(data, ...path)
    : undefined;
}

/** The items of a list, with those of nested and of referenced lists in their places. */
export function flatItems(
  value: unknown,
  data: unknown,
  nesting = 0,
): readonly unknown[] {
  if (!Array.isArray(value)) {
    return value === undefined ? [] : [value];
  }
  if (nesting > MAX_NESTING) {
    return [];
  }
  const target = referenced(value, data);
  return target === undefined
    ? value.flatMap(item => flatItems(item, data, nesting + 1))
    : flatItems(target, data, nesting + 1);
}
