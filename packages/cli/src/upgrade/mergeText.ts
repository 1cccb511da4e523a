/// <reference path="./diff3.d.ts" />
import diff3Merge from 'diff3';
import { isNear } from './isNear';

/** Above this many lines put in and taken out, a merge would find nothing and cost much. */
const MOST_EDITS = 2_000;

export interface MergeInput {
  /** What both sides began with; undefined when it is not known. */
  base: string | undefined;
  mine: string;
  theirs: string;
  labels: { mine: string; theirs: string };
}

export interface MergedText {
  text: string;
  /** Number of places that a person has to decide. */
  conflicts: number;
}

/** Lines with their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function closed(lines: readonly string[]): string {
  const text = lines.join('');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function marked(
  mine: readonly string[],
  theirs: readonly string[],
  labels: MergeInput['labels'],
): string {
  return [
    `<<<<<<< ${labels.mine}\n`,
    closed(mine),
    '=======\n',
    closed(theirs),
    `>>>>>>> ${labels.theirs}\n`,
  ].join('');
}

/** Both sides from the first to the last difference, as one conflict. */
function apart(
  mine: readonly string[],
  theirs: readonly string[],
  labels: MergeInput['labels'],
): MergedText {
  const most = Math.min(mine.length, theirs.length);
  let head = 0;
  while (head < most && mine[head] === theirs[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < most - head &&
    mine[mine.length - 1 - tail] === theirs[theirs.length - 1 - tail]
  ) {
    tail += 1;
  }
  const inside = (lines: readonly string[]) =>
    lines.slice(head, lines.length - tail);
  return {
    text: [
      closed(mine.slice(0, head)),
      marked(inside(mine), inside(theirs), labels),
      mine.slice(mine.length - tail).join(''),
    ].join(''),
    conflicts: 1,
  };
}

/**
 * Puts two changes of one text together. What only one side changed is taken; where both changed the same
 * or neighbouring lines in different ways, both stand between the marks that git makes.
 */
export function mergeText(input: MergeInput): MergedText {
  const { labels } = input;
  const mine = linesOf(input.mine);
  const theirs = linesOf(input.theirs);
  if (input.mine === input.theirs) {
    return { text: input.mine, conflicts: 0 };
  }
  const base = linesOf(input.base ?? '');
  if (
    input.base === undefined ||
    !isNear(base, mine, MOST_EDITS) ||
    !isNear(base, theirs, MOST_EDITS)
  ) {
    return apart(mine, theirs, labels);
  }
  let conflicts = 0;
  const parts = diff3Merge(mine, base, theirs).map(({ ok, conflict }) => {
    if (!conflict) {
      return (ok ?? []).join('');
    }
    conflicts += 1;
    return marked(conflict.a, conflict.b, labels);
  });
  // Only the last line of a text may have no ending; a part that follows it begins a line of its own.
  const text = parts
    .map((part, index) => (index < parts.length - 1 ? closed([part]) : part))
    .join('');
  return { text, conflicts };
}
