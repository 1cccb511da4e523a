import { isMap, isNode, isScalar, Scalar } from 'yaml';
import type { Node, Pair } from 'yaml';
import { refOf } from '../edit/findEntity';
import { nodeAt, valueOf } from '../edit/nodes';
import { placeAt } from '../edit/place';
import { readDocuments } from '../edit/source';
import type { SourceDocument } from '../edit/source';
import { dataAt } from '../edit/tree';
import type { TextPlace, Refusal } from '../types';
import { lintAnnotation } from './lintAnnotation';
import type { Unplaced } from './lintAnnotation';
import type { LintFinding, LintOptions } from './types';

const CATALOG_API = /^(?:scaffolder\.)?backstage\.io\//;

/** Where a position of the trimmed value stands; the beginning of the value where escapes or folds make it uncertain. */
function placeIn(text: string, node: Node, position: number): TextPlace {
  const [start, end] = node.range ?? [0, 0];
  if (!isScalar(node) || typeof node.value !== 'string') {
    return placeAt(text, start);
  }
  const isQuoted =
    node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  const from = start + (isQuoted ? 1 : 0);
  const written = text.slice(from, end - (isQuoted ? 1 : 0));
  if (written !== node.value) {
    return placeAt(text, start);
  }
  const blanks = written.length - written.trimStart().length;
  return placeAt(text, position === 0 ? start : from + blanks + position);
}

function placed(text: string, pair: Pair, finding: Unplaced): TextPlace {
  const key = isNode(pair.key) ? pair.key : undefined;
  const value = valueOf(pair);
  const isWritten = value?.range && value.range[0] < value.range[1];
  return isWritten && !finding.onKey
    ? placeIn(text, value, finding.position)
    : placeAt(text, key?.range?.[0] ?? 0);
}

function lintMap(
  path: readonly string[],
  options: LintOptions & {
    text: string;
    source: SourceDocument;
    entityRef: string;
    only?: string;
  },
): LintFinding[] {
  const { text, source, entityRef, only } = options;
  const map = nodeAt(source.document, path);
  if (!isMap(map)) {
    return [];
  }
  const kind = entityRef.slice(0, entityRef.indexOf(':'));
  return map.items.flatMap(pair => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const raw = dataAt(source.data, [...path, key]);
    const found =
      only === undefined || key === only
        ? lintAnnotation(key, raw, { ...options, kind })
        : undefined;
    if (!found) {
      return [];
    }
    const { position: _, onKey: __, repair, ...rest } = found;
    return [
      {
        ...rest,
        place: placed(text, pair, found),
        entityRef,
        subject: key,
        // A label is no annotation, so there is no change that mends it.
        ...(repair && only === undefined && { repair }),
      },
    ];
  });
}

/** A document of the catalog; the skeleton of a template, whose name is still to be rendered, is none. */
function isCatalogDocument(data: unknown): boolean {
  const version = dataAt(data, ['apiVersion']);
  const name = dataAt(data, ['metadata', 'name']);
  return (
    (typeof version !== 'string' || CATALOG_API.test(version)) &&
    !/\{\{|\{%/.test(String(name))
  );
}

function unreadable(refusal: Refusal): LintFinding {
  const { reason, place, subject, found, expected } = refusal;
  return {
    rule:
      reason === 'duplicate-key' || reason === 'too-large' ? reason : 'yaml',
    place: place ?? { line: 1, column: 1 },
    entityRef: undefined,
    subject,
    found,
    expected,
  };
}

/**
 * Everything that is wrong with the annotations of ours in a catalog file, in the order of the file,
 * with line and column. Documents that belong to something else are passed over. Never throws.
 *
 * @public
 */
export function lintCatalog(
  text: string,
  options: LintOptions = {},
): LintFinding[] {
  return readDocuments(text).flatMap(({ refusals, readable }) => {
    const entityRef = readable && refOf(readable.data);
    if (!readable || entityRef === undefined) {
      return refusals.map(unreadable);
    }
    if (!isCatalogDocument(readable.data)) {
      return [];
    }
    const shared = { ...options, text, source: readable, entityRef };
    return [
      ...lintMap(['metadata', 'annotations'], shared),
      ...lintMap(['metadata', 'labels'], { ...shared, only: 'maturity/tier' }),
    ];
  });
}

/**
 * The entities of a catalog file, by canonical reference, and where each begins. Documents that cannot
 * be read or belong to something else are left out. Never throws.
 *
 * @public
 */
export function entityPlaces(
  text: string,
): { entityRef: string; place: TextPlace }[] {
  return readDocuments(text).flatMap(({ readable }) => {
    const entityRef = readable && refOf(readable.data);
    if (!readable || !entityRef || !isCatalogDocument(readable.data)) {
      return [];
    }
    const name = nodeAt(readable.document, ['metadata', 'name']);
    return [{ entityRef, place: placeAt(text, name?.range?.[0] ?? 0) }];
  });
}
