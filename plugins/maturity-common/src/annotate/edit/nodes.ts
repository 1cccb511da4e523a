import { isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Step } from './tree';

/** The pair of a key; keys of maps are texts. */
export function pairOf(map: YAMLMap, key: Step): Pair | undefined {
  return map.items.find(pair => isScalar(pair.key) && pair.key.value === key);
}

/** The value of a pair as a node; undefined where nothing is written at all, as in `{ key }`. */
export function valueOf(pair: Pair): Node | undefined {
  return isNode(pair.value) ? pair.value : undefined;
}

/** Nodes from the root to a path, as far as there are any. */
export function nodesOn(
  document: Document.Parsed,
  path: readonly Step[],
): Node[] {
  const nodes: Node[] = [];
  let node: Node | null | undefined = document.contents;
  for (const step of path) {
    if (!node) {
      return nodes;
    }
    nodes.push(node);
    node = childOf(node, step);
  }
  return node ? [...nodes, node] : nodes;
}

function childOf(node: Node, step: Step): Node | undefined {
  if (isMap(node)) {
    const pair = pairOf(node, step);
    return pair && valueOf(pair);
  }
  if (isSeq(node) && typeof step === 'number') {
    const item: unknown = node.items[step];
    return isNode(item) ? item : undefined;
  }
  return undefined;
}

/** The node at a path, or undefined. */
export function nodeAt(
  document: Document.Parsed,
  path: readonly Step[],
): Node | undefined {
  const nodes = nodesOn(document, path);
  return nodes.length === path.length + 1 ? nodes[path.length] : undefined;
}

/** True for nothing written and for the word `null`. */
export function isNothing(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

/** Offset of the colon of a pair of a map; undefined where none is written. */
export function colonOf(pair: Pair): number | undefined {
  return pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')
    ?.offset;
}

/** Offset behind the last character of a pair; behind its colon where no value is written. */
export function endOfPair(pair: Pair): number | undefined {
  const value = valueOf(pair);
  const colon = colonOf(pair);
  if (value && !(isScalar(value) && value.range?.[0] === value.range?.[1])) {
    return endOf(value);
  }
  const key = isNode(pair.key) ? pair.key.range?.[1] : undefined;
  return colon === undefined ? key : colon + 1;
}

/** Offset behind the last character of a node, without comments and line endings that follow it. */
export function endOf(node: Node): number | undefined {
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items[node.items.length - 1];
    if (isNode(last)) {
      return endOf(last);
    }
    const pair = isMap(node) ? node.items[node.items.length - 1] : undefined;
    return pair ? endOfPair(pair) : node.range?.[1];
  }
  return node.range?.[1];
}

/** True when a node, or anything inside it, carries an anchor that is in the set. */
export function holdsAnchor(node: Node, anchors: ReadonlySet<string>): boolean {
  if (isAlias(node)) {
    return false;
  }
  if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
    if (anchors.has(node.anchor)) {
      return true;
    }
  }
  if (!isCollection(node)) {
    return false;
  }
  const inside: readonly unknown[] = node.items.flatMap((item: unknown) =>
    isNode(item) ? [item] : pairNodes(item),
  );
  return inside.some(each => isNode(each) && holdsAnchor(each, anchors));
}

function pairNodes(item: unknown): unknown[] {
  return typeof item === 'object' &&
    item !== null &&
    'key' in item &&
    'value' in item
    ? [item.key, item.value]
    : [];
}
