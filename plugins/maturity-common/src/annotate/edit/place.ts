import type { TextPlace } from '../types';

const BYTE_ORDER_MARK = '\ufeff';

let known: { text: string; starts: readonly number[] } = {
  text: '',
  starts: [0],
};

/** Offsets at which lines begin. Those of the last text are kept: a file may have a finding on each line. */
function lineStarts(text: string): readonly number[] {
  if (known.text !== text) {
    const starts = [0];
    for (
      let newline = text.indexOf('\n');
      newline !== -1;
      newline = text.indexOf('\n', newline + 1)
    ) {
      starts.push(newline + 1);
    }
    known = { text, starts };
  }
  return known.starts;
}

/** The place of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  const start = starts[low];
  const mark = start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return {
    line: low + 1,
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
