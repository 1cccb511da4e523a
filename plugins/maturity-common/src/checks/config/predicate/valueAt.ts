import { isRecord } from '../json';

/**
 * The value at a dotted path. Keys may contain dots themselves, so every way to split the path is
 * tried, the shortest first key before longer ones; lists are not entered. Reads own keys only.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (!isRecord(value)) {
    return undefined;
  }
  for (
    let dot = path.indexOf('.');
    dot >= 0;
    dot = path.indexOf('.', dot + 1)
  ) {
    const key = path.slice(0, dot);
    if (Object.hasOwn(value, key)) {
      const found = valueAt(value[key], path.slice(dot + 1));
      if (found !== undefined) {
        return found;
      }
    }
  }
  return Object.hasOwn(value, path) ? value[path] : undefined;
}
