/** The word of a list, with commas between words, that is being typed. */
export function lastWord(value: string): string {
  return value.slice(value.lastIndexOf(',') + 1).trim();
}

/** The list with another word in place of its last. */
export function withLastWord(value: string, word: string): string {
  const head = value.slice(0, value.lastIndexOf(',') + 1).trim();
  return head === '' ? word : `${head} ${word}`;
}

/** All words of a list. */
export function wordsOf(value: string): string[] {
  return value
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
}
