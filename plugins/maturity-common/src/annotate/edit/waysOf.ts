import { isCollection, isMap, isSeq } from 'yaml';
import type { Document, Node } from 'yaml';
import { addEntry, addItem } from './addTo';
import { layoutIn } from './layout';
import { colonOf, nodeAt, nodesOn, pairOf, valueOf, isNothing } from './nodes';
import { removeEntry, removeItem } from './removeFrom';
import { replaceValue } from './replaceValue';
import type { Splice } from './splice';
import type { Operation, Step, Tree } from './tree';

interface Subject {
  text: string;
  document: Document.Parsed;
}

/** A value below keys that are not there yet. */
function nested(path: readonly Step[], value: Tree): Tree {
  return path.reduceRight<Tree>(
    (inner, key) => ({ pairs: [[String(key), inner]] }),
    value,
  );
}

function isEmptyFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true && node.items.length === 0;
}

/** Ways of putting a value where another one, or nothing, stands behind a key. */
function over(
  path: readonly Step[],
  value: Tree,
  { text, document }: Subject,
): Splice[] {
  const parents = nodesOn(document, path).slice(0, path.length);
  const map = parents[path.length - 1];
  const pair = isMap(map) ? pairOf(map, path[path.length - 1]) : undefined;
  const node = pair && valueOf(pair);
  const colon = pair && colonOf(pair);
  if (!node || colon === undefined) {
    return [];
  }
  const inFlow = parents.some(each => isCollection(each) && each.flow);
  const layout = layoutIn(map, { text, document });
  return replaceValue(value, { text, layout, node, colon: colon + 1, inFlow });
}

function put(path: readonly Step[], value: Tree, subject: Subject): Splice[] {
  const { text, document } = subject;
  const nodes = nodesOn(document, path);
  const depth = nodes.length - 1;
  const deepest = nodes[depth];
  const isBlockAround = !nodes
    .slice(0, -1)
    .some(each => isCollection(each) && each.flow);
  if (
    depth === path.length ||
    isNothing(deepest) ||
    (isBlockAround && depth > 0 && isEmptyFlow(deepest))
  ) {
    const at = path.slice(0, depth);
    return over(at, nested(path.slice(depth), value), subject);
  }
  if (!isMap(deepest) || pairOf(deepest, path[depth])) {
    return [];
  }
  const layout = layoutIn(deepest, { text, document });
  const entry = {
    key: String(path[depth]),
    value: nested(path.slice(depth + 1), value),
  };
  return addEntry(deepest, entry, { text, layout });
}

function take(path: readonly Step[], { text, document }: Subject): Splice[] {
  const parent = nodeAt(document, path.slice(0, -1));
  const step = path[path.length - 1];
  if (isMap(parent)) {
    const pair = pairOf(parent, step);
    return pair ? removeEntry(parent, pair, text) : [];
  }
  return isSeq(parent) && typeof step === 'number'
    ? removeItem(parent, step, text)
    : [];
}

/** Ways of doing an operation in the text, the best one first; none where the text is written in a way that has no place for it. */
export function waysOf(operation: Operation, subject: Subject): Splice[] {
  const { path } = operation;
  switch (operation.op) {
    case 'set':
      return put(path, operation.value, subject);
    case 'append': {
      const { text, document } = subject;
      const list = nodeAt(document, path);
      return isSeq(list)
        ? addItem(list, operation.value, {
            text,
            layout: layoutIn(list, { text, document }),
          })
        : [];
    }
    case 'remove':
      return take(path, subject);
    default: {
      const unreachable: never = operation;
      return unreachable;
    }
  }
}
