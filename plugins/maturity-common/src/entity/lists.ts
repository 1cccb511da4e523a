/**
 * The words of a comma list in lower case and in order, without blanks around them, empty words and repetitions.
 *
 * @public
 */
export function parseList(value: string): string[] {
  const words = value.split(',').map(word => word.trim().toLowerCase());
  return [...new Set(words.filter(word => word !== ''))];
}
