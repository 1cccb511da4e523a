import { closest } from '@backstage-maturity/plugin-maturity-common';

/** The end of a message about a word that is not known; what else to do when nothing is near. */
export function suggest(
  word: string,
  known: Iterable<string>,
  otherwise: string,
): string {
  const near = closest(word, known);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : otherwise;
}
