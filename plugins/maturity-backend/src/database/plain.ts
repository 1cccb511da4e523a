/** A text without the NUL character, which PostgreSQL refuses and at which SQLite ends some comparisons. */
export function plain(text: string): string {
  return text.replaceAll('\0', '\u{fffd}');
}
