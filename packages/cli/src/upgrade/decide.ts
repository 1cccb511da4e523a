import { ConflictError } from '@backstage/errors';
import {
  blobId,
  type FileContent,
  hasWindowsLines,
  textOf,
  withUnixLines,
} from './files';
import { mergeText } from './mergeText';
import type { RecordedFile } from './origin';
import type { Standing } from './serviceFolder';

/**
 * What an upgrade does to one file of a service.
 *
 * @public
 */
export type Change =
  /** It is new, or its new version takes the place of one that nobody changed. */
  | { kind: 'added' | 'updated'; path: string; content: FileContent }
  /** Both sides changed it, in different places. */
  | { kind: 'merged'; path: string; content: FileContent }
  /** Both sides changed it in the same place; the marks of git stand in it. */
  | {
      kind: 'conflict';
      path: string;
      content: FileContent;
      places: number;
      /** Whether what both began with was found. */
      based: boolean;
    }
  /** Both sides changed it and it has no lines, or its place is taken: the new version stands beside it. */
  | {
      kind: 'beside';
      path: string;
      content: FileContent;
      /** Where the new version stands. */
      place: string;
    }
  /** The template has it no more, and nobody changed it. */
  | { kind: 'removed'; path: string }
  /** The template has it no more, but somebody changed it: it stays. */
  | { kind: 'kept'; path: string }
  /** Somebody removed it, and the template changed it: it stays away. */
  | { kind: 'left-out'; path: string };

export interface DecideOptions {
  path: string;
  /** The file as the golden path made it the last time; undefined when it did not. */
  base: RecordedFile | undefined;
  mine: Standing;
  /** The file as the golden path makes it now; undefined when it does not. */
  theirs: FileContent | undefined;
  labels: { mine: string; theirs: string };
  /** Bytes of the base, when they can be found. */
  findBase(): Promise<Buffer | undefined>;
}

/** The same bytes, or the same lines with the endings of another system. */
function isSame(mine: FileContent, id: string): boolean {
  return blobId(mine.bytes) === id || blobId(withUnixLines(mine.bytes)) === id;
}

/** New bytes with the line endings that the file has in the service. */
function inLinesOf(mine: FileContent, text: string): Buffer {
  const before = textOf(mine.bytes);
  const isWindows = before !== undefined && hasWindowsLines(before);
  return Buffer.from(isWindows ? text.replace(/\r?\n/g, '\r\n') : text);
}

/** The permission follows the template where the template changed it. */
function permission(
  mine: FileContent,
  theirs: FileContent,
  base: RecordedFile,
): boolean {
  return theirs.executable === base.executable
    ? mine.executable
    : theirs.executable;
}

async function merge(
  options: DecideOptions,
  mine: FileContent,
  theirs: FileContent,
): Promise<Change> {
  const { path, base, labels, findBase } = options;
  const mineText = textOf(withUnixLines(mine.bytes));
  const theirsText = textOf(withUnixLines(theirs.bytes));
  if (mineText === undefined || theirsText === undefined) {
    return { kind: 'beside', path, content: theirs, place: `${path}.new` };
  }
  const found = base && (await findBase());
  const baseText = found && textOf(withUnixLines(found));
  const { text, conflicts } = mergeText({
    base: base ? baseText : '',
    mine: mineText,
    theirs: theirsText,
    labels,
  });
  const content: FileContent = {
    bytes: inLinesOf(mine, text),
    executable: base
      ? permission(mine, theirs, base)
      : mine.executable || theirs.executable,
  };
  return conflicts === 0
    ? { kind: 'merged', path, content }
    : {
        kind: 'conflict',
        path,
        content,
        places: conflicts,
        based: base === undefined || baseText !== undefined,
      };
}

function dropped(options: DecideOptions, base: RecordedFile) {
  const { path, mine } = options;
  if (mine === 'absent') {
    return undefined;
  }
  return mine !== 'blocked' && isSame(mine, base.id)
    ? ({ kind: 'removed', path } as const)
    : ({ kind: 'kept', path } as const);
}

/** What is to be done to one file; undefined when nothing is. */
export async function decide(
  options: DecideOptions,
): Promise<Change | undefined> {
  const { path, base, mine, theirs } = options;
  if (!theirs) {
    return base && dropped(options, base);
  }
  const id = blobId(theirs.bytes);
  if (base?.id === id && base.executable === theirs.executable) {
    return undefined;
  }
  if (mine === 'absent') {
    return base
      ? { kind: 'left-out', path }
      : { kind: 'added', path, content: theirs };
  }
  if (mine === 'blocked') {
    if (base) return { kind: 'left-out', path };
    throw new ConflictError(
      `The template has the new file "${path}", and a folder, or a file on the way, is in its place; expected the place to be free.`,
    );
  }
  const executable = base ? permission(mine, theirs, base) : mine.executable;
  if (base && blobId(mine.bytes) === base.id) {
    const content = { bytes: theirs.bytes, executable };
    return { kind: 'updated', path, content };
  }
  if (isSame(mine, id)) {
    return executable === mine.executable
      ? undefined
      : { kind: 'updated', path, content: { ...mine, executable } };
  }
  if (base && isSame(mine, base.id)) {
    const text = textOf(theirs.bytes);
    const bytes = text === undefined ? theirs.bytes : inLinesOf(mine, text);
    return { kind: 'updated', path, content: { bytes, executable } };
  }
  return merge(options, mine, theirs);
}
