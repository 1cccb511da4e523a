/** First lines of every generated page. */
export function generatedPage(title: string): string[] {
  return [
    `# ${title}`,
    '',
    '<!-- Generated from the code; edit the source, not this page. -->',
    '',
  ];
}

/** A text inside a table cell. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

/** A line of a table. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}
