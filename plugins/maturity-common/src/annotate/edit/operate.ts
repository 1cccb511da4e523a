import type { Refusal } from '../types';
import { anchorRefusal } from './anchors';
import { nodesOn } from './nodes';
import { placeAt } from './place';
import { readSource } from './source';
import type { Source } from './source';
import { spliced } from './splice';
import { operated, sameData } from './tree';
import type { Operation } from './tree';
import { waysOf } from './waysOf';

/** A file that was read, and which of its documents is edited. */
export interface Subject {
  source: Extract<Source, { ok: true }>;
  index: number;
}

/**
 * True when a text holds what was wished for in the one document and everything else unchanged. No
 * edit leaves without it, so whatever a text looks like, it is edited rightly or not at all.
 */
function isRight(
  edited: Source,
  before: Subject,
  wanted: unknown,
): edited is Extract<Source, { ok: true }> {
  const { documents } = before.source;
  return (
    edited.ok &&
    edited.documents.length === documents.length &&
    edited.documents.every(({ data }, index) =>
      sameData(data, index === before.index ? wanted : documents[index].data),
    )
  );
}

/** Does one operation in the text. */
export function operate(
  subject: Subject,
  operation: Operation,
): Subject | Refusal {
  const { source, index } = subject;
  const { text } = source;
  const { document, data } = source.documents[index];
  const refused = anchorRefusal(document, operation, text);
  if (refused) {
    return refused;
  }
  const wanted = operated(data, operation);
  for (const way of waysOf(operation, { text, document })) {
    const edited = readSource(spliced(text, way));
    if (isRight(edited, subject, wanted)) {
      return { source: edited, index };
    }
  }
  const nearest = nodesOn(document, operation.path).at(-1);
  return {
    reason: 'layout',
    place: placeAt(text, nearest?.range?.[0] ?? document.range[0]),
    subject: operation.path.join('.'),
    found: 'a way of writing it that has no safe place for the change',
    expected: 'keys and values on lines of their own; change this one by hand',
  };
}
