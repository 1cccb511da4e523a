import { InputError } from '@backstage/errors';

// No name of the catalog has white space, a mark that is not seen, or half of a character in it; a database
// or a log might stumble over them.
const FORM = /^[^:/\s\p{C}]+:[^:/\s\p{C}]+\/[^:/\s\p{C}]+$/u;

/** Most characters of a reference that is looked for: kind, namespace and name have 63 each. */
export const LONGEST_REFERENCE = 250;

/** Whether a text can be a full reference of an entity. */
export function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && FORM.test(text);
}

/**
 * A full reference in lower case out of a query parameter.
 *
 * @throws InputError when it can be none
 */
export function parseReference(parameter: string, text: string): string {
  const lower = text.toLocaleLowerCase('en-US');
  if (isReference(lower)) return lower;
  throw new InputError(
    `The query parameter "${parameter}" is "${text}"; expected a full reference such as "group:default/team".`,
  );
}
