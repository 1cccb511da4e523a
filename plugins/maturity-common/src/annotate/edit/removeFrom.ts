import { isNode } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { endOf, endOfPair } from './nodes';
import { lineEnd, lineStart, nextLine } from './place';
import { isRestOfLine } from './splice';
import type { Splice } from './splice';

interface Extent {
  start: number;
  end: number;
}

function extentOfPair(pair: Pair): Extent | undefined {
  const start = isNode(pair.key) ? pair.key.range?.[0] : undefined;
  const end = endOfPair(pair);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function extentOfItem(item: unknown): Extent | undefined {
  const node: Node | undefined = isNode(item) ? item : undefined;
  const start = node?.range?.[0];
  const end = node && endOf(node);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Takes out whole lines; a file that ends without a line ending still does. */
function lines(text: string, { start, end }: Extent): Splice[] {
  const from = lineStart(text, start);
  if (text[end - 1] === '\n') {
    return [{ start: from, end, text: '' }];
  }
  if (!isRestOfLine(text.slice(end, lineEnd(text, end)))) {
    return [];
  }
  const to = nextLine(text, end);
  if (to === text.length && !text.endsWith('\n') && from > 0) {
    return [
      { start: lineEnd(text, lineStart(text, from - 1)), end: to, text: '' },
    ];
  }
  return [{ start: from, end: to, text: '' }];
}

/** Takes an item and one comma out of braces or brackets. */
function fromFlow(
  text: string,
  extents: readonly (Extent | undefined)[],
  index: number,
): Splice[] {
  const own = extents[index];
  const next = extents[index + 1];
  const before = extents[index - 1];
  if (!own) {
    return [];
  }
  const cut = next
    ? { start: own.start, end: next.start }
    : { start: before?.end ?? own.start, end: own.end };
  const gap = text.slice(cut.start, own.start) + text.slice(own.end, cut.end);
  // A comment between two entries could belong to either.
  return gap.includes('#') ? [] : [{ ...cut, text: '' }];
}

/** Ways of taking an entry out of a map. */
export function removeEntry(map: YAMLMap, pair: Pair, text: string): Splice[] {
  const index = map.items.indexOf(pair);
  const extents = map.items.map(extentOfPair);
  const own = extents[index];
  if (!own || map.flow) {
    return map.flow ? fromFlow(text, extents, index) : [];
  }
  const prefix = text.slice(lineStart(text, own.start), own.start);
  if (/^ *$/.test(prefix)) {
    return lines(text, own);
  }
  // The first key of an item stands behind its dash, and the next key moves there.
  const next = extents[index + 1];
  return next ? [{ start: own.start, end: next.start, text: '' }] : [];
}

/** Ways of taking an item out of a list. */
export function removeItem(
  list: YAMLSeq,
  index: number,
  text: string,
): Splice[] {
  const extents = list.items.map(extentOfItem);
  const own = extents[index];
  if (!own || list.flow) {
    return list.flow ? fromFlow(text, extents, index) : [];
  }
  const prefix = text.slice(lineStart(text, own.start), own.start);
  return /^ *- +$/.test(prefix) ? lines(text, own) : [];
}
