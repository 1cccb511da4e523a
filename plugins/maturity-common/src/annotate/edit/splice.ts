/** A piece of text that takes the place of another one. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text with a piece replaced. */
export function spliced(
  text: string,
  { start, end, text: piece }: Splice,
): string {
  return `${text.slice(0, start)}${piece}${text.slice(end)}`;
}

/** True when nothing but blanks and a comment stands there. */
export function isRestOfLine(text: string): boolean {
  return /^[ \t]*(?:[ \t]#.*)?$/.test(text);
}
