import type { TextPlace } from '../types';

const BYTE_ORDER_MARK = '\ufeff';

/** The place of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const mark = start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return {
    line: before.split('\n').length,
    column: Math.max(1, offset - start + 1 - mark),
  };
}

/** Offset of the first character of the line that holds an offset, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start =
    offset === 0 ? 0 : text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : start;
}

/** Offset of the end of the line that holds an offset, in front of its line ending. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset behind the line ending of the line that holds an offset. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** The line ending in use: that of the line of the offset, else that of the first line. */
export function lineEnding(text: string, offset: number): string {
  const newline = text.indexOf('\n', offset);
  const nearest = newline === -1 ? text.lastIndexOf('\n') : newline;
  return nearest > 0 && text[nearest - 1] === '\r' ? '\r\n' : '\n';
}
