import { isCollection, isMap, isNode, isScalar, isSeq, Scalar } from 'yaml';
import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml';
import { lineEnding, lineStart } from './place';
import type { Layout } from './render';
import type { Quoting } from './scalarText';

const DEFAULT_STEP = '  ';

/** How a scalar is quoted; undefined for blocks and for what is no scalar. */
export function quotingOf(node: unknown): Quoting | undefined {
  if (!isScalar(node)) {
    return undefined;
  }
  switch (node.type) {
    case Scalar.QUOTE_SINGLE:
      return 'single';
    case Scalar.QUOTE_DOUBLE:
      return 'double';
    case Scalar.PLAIN:
      return 'plain';
    default:
      return undefined;
  }
}

/** True for a flow map whose keys stand in double quotes, as in JSON. */
function hasQuotedKeys(collection: YAMLMap | YAMLSeq): boolean {
  return (
    isMap(collection) &&
    collection.flow === true &&
    quotingOf(collection.items.at(-1)?.key) === 'double'
  );
}

function quotingIn(collection: YAMLMap | YAMLSeq): Quoting | undefined {
  const values: readonly unknown[] = isMap(collection)
    ? collection.items.map(pair => pair.value)
    : collection.items;
  const texts = values.filter(
    value => isScalar(value) && typeof value.value === 'string',
  );
  return quotingOf(texts.at(-1));
}

/** The first key of a map or the first item of a list. */
function firstNode(collection: YAMLMap | YAMLSeq): Node | undefined {
  const item: unknown = isMap(collection)
    ? collection.items.at(0)?.key
    : collection.items.at(0);
  return isNode(item) ? item : undefined;
}

/** What stands on the line in front of the first key or item of a block. */
export function prefixOf(
  text: string,
  collection: YAMLMap | YAMLSeq,
): string | undefined {
  const start = firstNode(collection)?.range?.[0];
  return start === undefined
    ? undefined
    : text.slice(lineStart(text, start), start);
}

/**
 * Blanks that begin the lines of a block collection: in front of the keys of a map, which may itself
 * begin behind dashes, or in front of the dashes of a list. Undefined for any other writing.
 */
export function indentOf(
  text: string,
  collection: YAMLMap | YAMLSeq,
): string | undefined {
  const prefix = prefixOf(text, collection);
  if (prefix === undefined) {
    return undefined;
  }
  if (isSeq(collection)) {
    return /^( *)-[ ]+$/.exec(prefix)?.[1];
  }
  return /^ *(?:- +)*$/.test(prefix) ? ' '.repeat(prefix.length) : undefined;
}

function stepOf(text: string, document: Document.Parsed): string {
  const root = document.contents;
  if (!isMap(root) || root.flow) {
    return DEFAULT_STEP;
  }
  const outer = indentOf(text, root)?.length ?? 0;
  for (const { value } of root.items) {
    const inner =
      isMap(value) && !value.flow ? indentOf(text, value) : undefined;
    if (inner !== undefined && inner.length > outer) {
      return ' '.repeat(inner.length - outer);
    }
  }
  return DEFAULT_STEP;
}

/** How something new is written inside a collection, or in place of a value of it. */
export function layoutIn(
  collection: Node,
  options: { text: string; document: Document.Parsed },
): Layout {
  const { text, document } = options;
  const known =
    isCollection(collection) && (isMap(collection) || isSeq(collection));
  return {
    indent: (known && indentOf(text, collection)) || '',
    step: stepOf(text, document),
    eol: lineEnding(text, collection.range?.[0] ?? 0),
    quoting: (known && quotingIn(collection)) || 'single',
    quotedKeys: known && hasQuotedKeys(collection),
  };
}
