/** What a cell can hold; null is an empty one. */
export type Cell = string | number | null;

// A spreadsheet runs what begins like this, the wide and the small forms included; some skip white space and
// invisible marks before it, and some take a quotation mark before it for a part of the file.
const RUNS =
  /^[\s\p{Cc}\p{Cf}"'`\u2018-\u201F]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]|^[\t\r\n]/u;

function textCell(text: string): string {
  // The apostrophe makes a spreadsheet take the rest for text.
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** A line of a CSV file as RFC 4180 has it, with its line break. No cell of it is run by a spreadsheet. */
export function csvLine(cells: readonly Cell[]): string {
  const texts = cells.map(cell => {
    if (cell === null) return '';
    return typeof cell === 'number' ? String(cell) : textCell(cell);
  });
  return `${texts.join(',')}\r\n`;
}
