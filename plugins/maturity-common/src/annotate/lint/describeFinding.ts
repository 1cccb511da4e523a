import { safeText } from '../../checks';
import { describeSyntax } from '../describeSyntax';
import type { LintFinding } from './types';

const LONGEST = 200;

/**
 * A finding as a sentence, without its place.
 *
 * @public
 */
export function describeFinding(finding: LintFinding): string {
  const { rule } = finding;
  const subject = `"${safeText(finding.subject)}"`;
  const found = `"${safeText(finding.found, LONGEST)}"`;
  const expected = safeText(finding.expected, LONGEST);
  switch (rule) {
    case 'yaml':
      return describeSyntax(finding);
    case 'duplicate-key':
      return `${subject} stands in this map a second time; each key may stand there once.`;
    case 'too-large':
      return `The file has ${finding.found}; ${expected} are read.`;
    case 'unknown-key':
      return `${subject} is no annotation that is read; expected ${expected}.`;
    case 'not-text':
      return `${subject} holds ${safeText(
        finding.found,
      )}; ${expected} was expected.`;
    case 'empty':
      return `${subject} is empty; ${expected} was expected.`;
    case 'placeholder':
      return `${subject} still says ${found}; ${expected} was expected.`;
    case 'malformed':
      return finding.found === ''
        ? `${subject} ends too early; ${expected} was expected.`
        : `${subject} cannot be read at ${found}; ${expected} was expected.`;
    case 'future':
      return `${subject} names ${found}; ${expected} was expected.`;
    case 'unread-kind':
      return `${subject} is not read on the kind ${found}; expected ${expected}.`;
    default: {
      const unreachable: never = rule;
      return unreachable;
    }
  }
}
