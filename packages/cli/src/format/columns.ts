import { wrap } from '../terminal/wrap';

/** Colour codes take no room on a terminal. */
// eslint-disable-next-line no-control-regex
const COLOR = /\u001b\[\d+m/g;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return [...text.replace(COLOR, '')].length;
}

/** Fills a text with spaces up to a width. */
export function pad(
  text: string,
  width: number,
  side: 'left' | 'right' = 'left',
): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + space : space + text;
}

/** Lines of columns of equal width, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
    });
  }
  return rows.map(row =>
    row
      .map((cell, index) => pad(cell, widths[index]))
      .join('  ')
      .trimEnd(),
  );
}

/** The first table that fits; the last one where none does, or any where no screen shows it. */
export function fittingTable(
  tables: readonly (readonly (readonly string[])[])[],
  columns: number | undefined,
): string[] {
  let lines: string[] = [];
  for (const rows of tables) {
    lines = table(rows);
    if (
      columns === undefined ||
      lines.every(line => widthOf(line) <= columns)
    ) {
      return lines;
    }
  }
  return lines;
}

/** Text after a start, such as the sign of a list, wrapped to a screen; other lines begin below the first word. */
export function hang(
  start: string,
  text: string,
  columns: number = Infinity,
): string[] {
  const room = widthOf(start);
  return wrap(text, columns - room).map((line, index) =>
    index === 0 ? start + line : ' '.repeat(room) + line,
  );
}

const INDENT = '  ';
/** Fewer columns make a ribbon of one word a line. */
const LEAST = 24;

/**
 * An indented table whose last column is wrapped to a screen: where it stands, or below the row where too little
 * of the screen is left for it.
 */
export function wrappedTable(
  rows: readonly (readonly string[])[],
  columns: number = Infinity,
): string[] {
  const starts = table(rows.map(row => [...row.slice(0, -1), '|'])).map(line =>
    line.slice(0, -1),
  );
  return rows.flatMap((row, index) => {
    const start = INDENT + starts[index];
    const last = row[row.length - 1] ?? '';
    return columns - widthOf(start) >= LEAST || widthOf(start + last) <= columns
      ? hang(start, last, columns)
      : [start.trimEnd(), ...hang(INDENT.repeat(2), last, columns)];
  });
}
