import type { Change, LinkValue } from '../types';
import { dataAt, sameData } from './tree';
import type { Operation, Step, Tree } from './tree';

const ANNOTATIONS = ['metadata', 'annotations'];
const LINKS = ['metadata', 'links'];
const TAGS = ['metadata', 'tags'];

/** Removing the last entry of a map or a list takes the key of it away: the catalog refuses `annotations:` with nothing below it. */
function removal(
  data: unknown,
  options: { container: readonly Step[]; steps: readonly Step[] },
): Operation[] {
  const { container, steps } = options;
  const held = dataAt(data, container);
  const size = held instanceof Map ? held.size : itemsOf(held).length;
  return steps.length > 0 && steps.length === size
    ? [{ op: 'remove', path: container }]
    : // From the end, so that the indexes in front stay true.
      [...steps]
        .reverse()
        .map(step => ({ op: 'remove', path: [...container, step] }));
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasKey(data: unknown, container: readonly Step[], key: string) {
  const held = dataAt(data, container);
  return held instanceof Map && held.has(key);
}

function setText(data: unknown, path: readonly Step[], value: string) {
  const operation: Operation = { op: 'set', path, value };
  return dataAt(data, path) === value ? [] : [operation];
}

/** Keeps the items that stay where they are, with their comments, when all that is new comes behind them. */
function setList(
  data: unknown,
  path: readonly Step[],
  wanted: readonly string[],
): Operation[] {
  const old = itemsOf(dataAt(data, path));
  if (sameData(dataAt(data, path), wanted)) {
    return [];
  }
  if (wanted.length === 0) {
    return [{ op: 'remove', path }];
  }
  const kept = old.filter(item => wanted.some(each => each === item));
  const isPrefix = kept.every((item, index) => item === wanted[index]);
  if (!isPrefix || kept.length === 0) {
    return [{ op: 'set', path, value: wanted }];
  }
  const gone = old.flatMap((item, index) =>
    wanted.some(each => each === item) ? [] : [index],
  );
  return [
    ...removal(data, { container: path, steps: gone }),
    ...wanted
      .slice(kept.length)
      .map(value => ({ op: 'append', path, value } as const)),
  ];
}

function append(
  data: unknown,
  path: readonly Step[],
  value: Tree,
): Operation[] {
  return itemsOf(dataAt(data, path)).length > 0
    ? [{ op: 'append', path, value }]
    : [{ op: 'set', path, value: [value] }];
}

const LINK_FIELDS = ['url', 'title', 'icon', 'type'] as const;

function linkTree(link: LinkValue): Tree {
  return {
    pairs: LINK_FIELDS.flatMap(field => {
      const value = link[field];
      return value === undefined ? [] : [[field, value] as const];
    }),
  };
}

function isSameWord(value: unknown, word: string | undefined): boolean {
  return (
    typeof value === 'string' && value.toLowerCase() === word?.toLowerCase()
  );
}

function setLink(data: unknown, link: LinkValue): Operation[] {
  const links = itemsOf(dataAt(data, LINKS));
  const index = links.findIndex(each =>
    link.type === undefined
      ? dataAt(each, ['url']) === link.url
      : isSameWord(dataAt(each, ['type']), link.type),
  );
  if (index === -1) {
    return append(data, LINKS, linkTree(link));
  }
  return LINK_FIELDS.flatMap(field => {
    const value = link[field];
    const isSame =
      field === 'type' && isSameWord(dataAt(links[index], ['type']), value);
    return value === undefined || isSame
      ? []
      : setText(data, [...LINKS, index, field], value);
  });
}

function removeLinks(
  data: unknown,
  { type, url }: { type?: string; url?: string },
): Operation[] {
  const steps = itemsOf(dataAt(data, LINKS)).flatMap((link, index) => {
    const isType =
      type === undefined || isSameWord(dataAt(link, ['type']), type);
    const isUrl = url === undefined || dataAt(link, ['url']) === url;
    return isType && isUrl && (type ?? url) !== undefined ? [index] : [];
  });
  return removal(data, { container: LINKS, steps });
}

/** What a change does to the data of the entity; nothing when it is so already. */
export function operationsOf(data: unknown, change: Change): Operation[] {
  switch (change.do) {
    case 'set-annotation':
      return setText(data, [...ANNOTATIONS, change.key], change.value);
    case 'remove-annotation':
      return hasKey(data, ANNOTATIONS, change.key)
        ? removal(data, { container: ANNOTATIONS, steps: [change.key] })
        : [];
    case 'set-field':
      return typeof change.value === 'string'
        ? setText(data, change.path, change.value)
        : setList(data, change.path, change.value);
    case 'remove-field':
      return dataAt(data, change.path) === undefined
        ? []
        : [{ op: 'remove', path: change.path }];
    case 'set-link':
      return setLink(data, change.link);
    case 'remove-link':
      return removeLinks(data, change);
    case 'add-tag':
      return itemsOf(dataAt(data, TAGS)).includes(change.tag)
        ? []
        : append(data, TAGS, change.tag);
    case 'remove-tag': {
      const steps = itemsOf(dataAt(data, TAGS)).flatMap((tag, index) =>
        tag === change.tag ? [index] : [],
      );
      return removal(data, { container: TAGS, steps });
    }
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}
