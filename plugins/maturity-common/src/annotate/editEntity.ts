import { changeRefusals } from './values/changeRefusals';
import { findEntity } from './edit/findEntity';
import { operate } from './edit/operate';
import type { Subject } from './edit/operate';
import { operationsOf } from './edit/operationsOf';
import { readSource } from './edit/source';
import { dataAt } from './edit/tree';
import { unifiedDiff } from './edit/unifiedDiff';
import { shapeRefusal } from './edit/shapeRefusal';
import { subjectOf } from './subjectOf';
import type { AppliedChange, Change, EditOptions, EditResult } from './types';

const MOST_CHANGES = 200;
/** Characters that are read anew: each change of a text reads all of it again. */
const MOST_WORK = 50_000_000;

function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, inner: unknown) =>
        inner instanceof Map ? Object.fromEntries(inner) : inner,
      );
}

type Applied =
  | { ok: true; subject: Subject; applied: AppliedChange | undefined }
  | Extract<EditResult, { ok: false }>;

function apply(subject: Subject, change: Change): Applied {
  const { data } = subject.source.documents[subject.index];
  const shape = shapeRefusal(change, subject);
  if (shape) {
    return { ok: false, refusals: [shape] };
  }
  let current = subject;
  const operations = operationsOf(data, change);
  for (const operation of operations) {
    const next = operate(current, operation);
    if ('reason' in next) {
      return { ok: false, refusals: [next] };
    }
    current = next;
  }
  const { path, steps } = subjectOf(change);
  const after = current.source.documents[current.index].data;
  return {
    ok: true,
    subject: current,
    applied:
      operations.length === 0
        ? undefined
        : {
            path,
            before: asText(dataAt(data, steps)),
            after: asText(dataAt(after, steps)),
          },
  };
}

/**
 * Edits one entity of a catalog file: the new text, its unified diff and what changed. Every byte that
 * the changes do not concern stays: comments, order, quoting, anchors, other documents, line endings,
 * a byte order mark, a missing line ending at the end. An edit that cannot be made so is refused, with
 * place and expectation, and then none of the changes is made. Doing it twice changes nothing more.
 *
 * @public
 */
export function editEntity(text: string, options: EditOptions): EditResult {
  const { entity, changes, file } = options;
  const wrong = changeRefusals(changes.slice(0, MOST_CHANGES));
  if (changes.length > MOST_CHANGES) {
    wrong.push({
      reason: 'too-large',
      subject: 'changes',
      found: `${changes.length} changes`,
      expected: `at most ${MOST_CHANGES}`,
    });
  }
  const source = readSource(text);
  if (source.ok && text.length * changes.length > MOST_WORK) {
    wrong.push({
      reason: 'too-large',
      subject: 'changes',
      found: `${changes.length} changes of a text of ${text.length} characters`,
      expected: `at most ${Math.floor(MOST_WORK / text.length)} at a time`,
    });
  }
  if (!source.ok || wrong.length > 0) {
    return {
      ok: false,
      refusals: [...wrong, ...(source.ok ? [] : source.refusals)],
    };
  }
  const found = findEntity(entity, source);
  if ('reason' in found) {
    return { ok: false, refusals: [found] };
  }
  let subject: Subject = { source, index: found.index };
  const done: AppliedChange[] = [];
  for (const change of changes) {
    const result = apply(subject, change);
    if (!result.ok) {
      return result;
    }
    subject = result.subject;
    if (result.applied) {
      done.push(result.applied);
    }
  }
  const edited = subject.source.text;
  return {
    ok: true,
    edit: {
      text: edited,
      diff: unifiedDiff(text, edited, file),
      changes: edited === text ? [] : done,
    },
  };
}
