import { safeText } from '../checks';
import { describeSyntax } from './describeSyntax';
import type { Refusal } from './types';

const LONGEST = 400;

function problemOf({ reason, subject, found, expected }: Refusal): string {
  const shown = safeText(found, LONGEST);
  switch (reason) {
    case 'yaml':
      return describeSyntax({ found, expected });
    case 'no-entity':
      return `"${safeText(
        subject,
      )}" was not found: expected ${expected}, found ${shown}.`;
    case 'several-entities':
      return `"${safeText(subject)}" stands in ${shown}; expected ${expected}.`;
    case 'duplicate-key':
    case 'too-large':
    case 'anchor':
    case 'shape':
    case 'layout':
      return `"${safeText(
        subject,
      )}" cannot be changed: found ${shown}; expected ${expected}.`;
    case 'key':
    case 'value':
    case 'field':
      return `"${safeText(
        subject,
      )}" is refused: found "${shown}"; expected ${expected}.`;
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

/**
 * A refusal as a sentence, with file, line and column in front where it has a place.
 *
 * @public
 */
export function describeRefusal(refusal: Refusal, file?: string): string {
  const { place } = refusal;
  const where = place && `${place.line}:${place.column}`;
  const prefix = [file, where].filter(part => part !== undefined).join(':');
  return prefix === ''
    ? problemOf(refusal)
    : `${prefix}: ${problemOf(refusal)}`;
}
