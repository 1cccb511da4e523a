import { isMap, isNode } from 'yaml';
import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { indentOf } from './layout';
import { endOf, endOfPair } from './nodes';
import { lineEnd, lineStart } from './place';
import { blockEntry, blockItem, flowEntry, flowText } from './render';
import type { Layout } from './render';
import { isRestOfLine } from './splice';
import type { Splice } from './splice';
import type { Tree } from './tree';

interface Place {
  text: string;
  layout: Layout;
}

/** Puts a whole line behind what ends at an offset. */
function lineAfter(
  line: string,
  options: Place & { end: number },
): Splice | undefined {
  const { text, layout, end } = options;
  if (end > 0 && text[end - 1] === '\n') {
    // Behind a block scalar, whose end is the beginning of the next line.
    return { start: end, end, text: `${layout.indent}${line}${layout.eol}` };
  }
  const stop = lineEnd(text, end);
  return isRestOfLine(text.slice(end, stop))
    ? { start: stop, end: stop, text: `${layout.eol}${layout.indent}${line}` }
    : undefined;
}

/** What separates the last item of a flow collection from a new one: a line of its own where the items have one. */
function flowSeparator(
  text: string,
  options: { start: number; eol: string },
): string {
  const blanks = text.slice(lineStart(text, options.start), options.start);
  return /^[ \t]+$/.test(blanks) ? `,${options.eol}${blanks}` : ', ';
}

function addToFlow(
  collection: YAMLMap | YAMLSeq,
  piece: string,
  { text, layout }: Place,
): Splice[] {
  const [start, end] = collection.range ?? [0, 0];
  const item: unknown = collection.items.at(-1);
  if (item === undefined) {
    const padded = isMap(collection) ? ` ${piece} ` : piece;
    return [{ start: start + 1, end: end - 1, text: padded }];
  }
  const pair = isMap(collection) ? collection.items.at(-1) : undefined;
  const first = pair ? pair.key : item;
  const from = isNode(first) ? first.range?.[0] : undefined;
  const last = pair ? endOfPair(pair) : isNode(item) && endOf(item);
  if (from === undefined || typeof last !== 'number') {
    return [];
  }
  const separator = flowSeparator(text, { start: from, eol: layout.eol });
  return [{ start: last, end: last, text: `${separator}${piece}` }];
}

/** The entry behind which a new key belongs: the last one of the same prefix, or of the given names. */
function neighbour(
  map: YAMLMap,
  key: string,
  after: readonly string[],
): Pair | undefined {
  const prefix = key.includes('/')
    ? key.slice(0, key.indexOf('/') + 1)
    : undefined;
  return map.items.findLast(pair => {
    const name = isNode(pair.key) ? String(pair.key) : '';
    return (
      (prefix !== undefined && name.startsWith(prefix)) || after.includes(name)
    );
  });
}

/** Fields of metadata that stand in front of its annotations by habit. */
const BEFORE_ANNOTATIONS = [
  'name',
  'namespace',
  'title',
  'description',
  'labels',
];

/** Ways of adding an entry to a map, the best one first. */
export function addEntry(
  map: YAMLMap,
  entry: { key: string; value: Tree },
  place: Place,
): Splice[] {
  const { key, value } = entry;
  const { text, layout } = place;
  if (map.flow) {
    return addToFlow(map, flowEntry(key, value, layout), place);
  }
  const indent = indentOf(text, map);
  const first: unknown = map.items.at(0)?.key;
  const start = isNode(first) ? first.range?.[0] : undefined;
  if (indent === undefined || start === undefined) {
    return [];
  }
  const line = blockEntry(key, value, layout);
  const after = key === 'annotations' ? BEFORE_ANNOTATIONS : [];
  const ends = [neighbour(map, key, after), map.items.at(-1)].map(
    pair => pair && endOfPair(pair),
  );
  const behind = ends.flatMap(end => {
    const splice =
      end === undefined ? undefined : lineAfter(line, { ...place, end });
    return splice ? [splice] : [];
  });
  return [
    ...behind,
    { start, end: start, text: `${line}${layout.eol}${indent}` },
  ];
}

/** Ways of adding an item to the end of a list. */
export function addItem(list: YAMLSeq, value: Tree, place: Place): Splice[] {
  const { text, layout } = place;
  if (list.flow) {
    return addToFlow(list, flowText(value, layout), place);
  }
  const last: unknown = list.items.at(-1);
  const end = isNode(last) ? endOf(last) : undefined;
  if (indentOf(text, list) === undefined || end === undefined) {
    return [];
  }
  const splice = lineAfter(blockItem(value, layout), { ...place, end });
  return splice ? [splice] : [];
}
