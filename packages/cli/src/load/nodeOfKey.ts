import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Node } from 'yaml';

/**
 * The node of a key, given as mistakes of a configuration name it, such as `maturity.tracks[0].id`; of a key that
 * is not there, that of the nearest one above it. Keys may hold dots, so the document says where each one ends.
 */
export function nodeOfKey(
  document: Document.Parsed,
  path: string,
): Node | undefined {
  let rest = path;
  let found: Node | undefined;
  let current: unknown = document.contents;
  while (rest !== '') {
    const step = isSeq(current)
      ? itemOf(current.items, rest)
      : pairOf(current, rest);
    if (!step) {
      return found;
    }
    found = step.node;
    current = step.value;
    rest = step.rest;
  }
  return found;
}

interface Step {
  node: Node;
  value: unknown;
  rest: string;
}

function itemOf(items: readonly unknown[], path: string): Step | undefined {
  const [start, index] = /^\[(\d+)\]/.exec(path) ?? [];
  const item = index === undefined ? undefined : items[Number(index)];
  return start !== undefined && isNode(item)
    ? { node: item, value: item, rest: tail(path.slice(start.length)) }
    : undefined;
}

function pairOf(map: unknown, path: string): Step | undefined {
  if (!isMap(map)) {
    return undefined;
  }
  let longest: Step | undefined;
  let length = -1;
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (
      isNode(key) &&
      name !== undefined &&
      name.length > length &&
      path.startsWith(name) &&
      /^(?:$|[.[])/.test(path.slice(name.length))
    ) {
      length = name.length;
      longest = { node: key, value, rest: tail(path.slice(name.length)) };
    }
  }
  return longest;
}

function tail(path: string): string {
  return path.replace(/^\./, '');
}
