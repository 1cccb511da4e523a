/**
 * Data that an edit puts in: text, a list, or an ordered map. Maps, because the keys come from users.
 */
export type Tree =
  | string
  | readonly Tree[]
  | { readonly pairs: readonly (readonly [string, Tree])[] };

/** One step into a document: the key of a map or the index of a list. */
export type Step = string | number;

/** What is done to the data of one document. */
export type Operation =
  /** Puts a tree at a path, over what is there or at the end of its map; maps on the way are made. */
  | { op: 'set'; path: readonly Step[]; value: Tree }
  /** Adds an item to the list at a path. */
  | { op: 'append'; path: readonly Step[]; value: Tree }
  | { op: 'remove'; path: readonly Step[] };

/** The tree as the YAML library would give it, with maps as Map. */
export function treeData(tree: Tree): unknown {
  if (typeof tree === 'string') {
    return tree;
  }
  return 'pairs' in tree
    ? new Map(tree.pairs.map(([key, value]) => [key, treeData(value)]))
    : tree.map(treeData);
}

/** What stands at a path of data whose maps are Map; undefined where nothing does. */
export function dataAt(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (at instanceof Map) {
      return at.get(step);
    }
    return Array.isArray(at) && typeof step === 'number' ? at[step] : undefined;
  }, data);
}

/** The data after an operation; the data itself stays as it was. */
export function operated(data: unknown, operation: Operation): unknown {
  const { path } = operation;
  switch (operation.op) {
    case 'set':
      return replaced(data, path, () => treeData(operation.value));
    case 'append':
      return replaced(data, path, list => [
        ...(Array.isArray(list) ? list : []),
        treeData(operation.value),
      ]);
    case 'remove': {
      const last = path[path.length - 1];
      return replaced(data, path.slice(0, -1), parent => without(parent, last));
    }
    default: {
      const unreachable: never = operation;
      return unreachable;
    }
  }
}

function replaced(
  data: unknown,
  path: readonly Step[],
  change: (old: unknown) => unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return change(data);
  }
  if (Array.isArray(data)) {
    return data.map((item, index) =>
      index === step ? replaced(item, rest, change) : item,
    );
  }
  const map = new Map<unknown, unknown>(data instanceof Map ? data : []);
  map.set(step, replaced(map.get(step), rest, change));
  return map;
}

function without(parent: unknown, step: Step): unknown {
  if (Array.isArray(parent)) {
    return parent.filter((_, index) => index !== step);
  }
  const map = new Map<unknown, unknown>(parent instanceof Map ? parent : []);
  map.delete(step);
  return map;
}

/** True when two values hold the same; the order of the keys of a map counts for nothing. */
export function sameData(one: unknown, other: unknown): boolean {
  if (one instanceof Map && other instanceof Map) {
    return (
      one.size === other.size &&
      [...one].every(
        ([key, value]) => other.has(key) && sameData(value, other.get(key)),
      )
    );
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, index) => sameData(item, other[index]))
    );
  }
  return Object.is(one, other);
}
