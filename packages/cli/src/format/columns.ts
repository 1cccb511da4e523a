/** Colour codes take no room on a terminal. */
// eslint-disable-next-line no-control-regex
const COLOR = /\u001b\[\d+m/g;

function widthOf(text: string): number {
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
