import { isCollection, isScalar, Scalar } from 'yaml';
import type { Node } from 'yaml';
import { quotingOf } from './layout';
import { endOf } from './nodes';
import { lineEnd } from './place';
import { blockEntry, flowText } from './render';
import type { Layout } from './render';
import { scalarText } from './scalarText';
import { isRestOfLine } from './splice';
import type { Splice } from './splice';
import type { Tree } from './tree';

/** A value of a map, and how things around it are written. */
export interface Occupied {
  text: string;
  layout: Layout;
  node: Node;
  /** Offset behind the colon in front of it. */
  colon: number;
  /** Whether it stands inside braces or brackets. */
  inFlow: boolean;
}

function isBlockScalar(node: Node): boolean {
  return (
    isScalar(node) &&
    (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  );
}

/** A block scalar ends behind its line ending, and its first line may hold a comment. */
function overBlock(piece: string, { text, layout, node }: Occupied): Splice {
  const [start, end] = node.range ?? [0, 0];
  const header = text.slice(start, lineEnd(text, start));
  const comment = /[ \t]#[^]*$/.exec(header)?.[0] ?? '';
  const tail = text.slice(start, end).endsWith('\n') ? layout.eol : '';
  return { start, end, text: `${piece}${comment}${tail}` };
}

function overText(piece: string, occupied: Occupied): Splice | undefined {
  const { node, colon } = occupied;
  const [start, end] = node.range ?? [0, 0];
  if (start === end) {
    return { start: colon, end: colon, text: ` ${piece}` };
  }
  if (isBlockScalar(node)) {
    return overBlock(piece, occupied);
  }
  return isCollection(node) && !node.flow
    ? undefined
    : { start, end, text: piece };
}

/** What stands between the colon and the value: blanks, or also an anchor or a tag that stays. */
function startOf({ text, node, colon }: Occupied): number {
  const start = node.range?.[0] ?? colon;
  return /^[ \t\r\n]*$/.test(text.slice(colon, start)) ? colon : start;
}

function overWhole(tail: string, occupied: Occupied): Splice | undefined {
  const { node, text } = occupied;
  const [start, end] = node.range ?? [0, 0];
  if (start === end) {
    const { colon } = occupied;
    const stop = lineEnd(text, colon);
    return isRestOfLine(text.slice(colon, stop)) && !tail.startsWith(' ')
      ? { start: stop, end: stop, text: tail }
      : { start: colon, end: colon, text: tail };
  }
  const last = endOf(node) ?? end;
  const isBlock = text.slice(start, last).endsWith('\n');
  return {
    start: startOf(occupied),
    end: isBlock ? lineEnd(text, last - 1) : last,
    text: tail,
  };
}

/** Ways of putting a tree in place of the value of a map, the best one first. */
export function replaceValue(value: Tree, occupied: Occupied): Splice[] {
  const { layout, node, inFlow } = occupied;
  const quoting = quotingOf(node) ?? layout.quoting;
  if (inFlow) {
    const splice = overText(flowText(value, { ...layout, quoting }), occupied);
    return splice ? [splice] : [];
  }
  const ways: (Splice | undefined)[] = [];
  if (typeof value === 'string') {
    ways.push(overText(scalarText(value, quoting), occupied));
  }
  // Everything behind the colon of `key: value` or of a key with a block below it.
  const tail = blockEntry('key', value, layout).slice('key:'.length);
  ways.push(overWhole(tail, occupied));
  return ways.filter(way => way !== undefined);
}
