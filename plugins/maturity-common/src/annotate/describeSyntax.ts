import { safeText } from '../checks';

const LONGEST = 200;

/** What is expected where the parser's own words say what is wrong. */
export const WELL_FORMED = 'well-formed YAML';

/** A mistake of the YAML as a sentence. */
export function describeSyntax(fault: {
  found: string;
  expected: string;
}): string {
  const found = safeText(fault.found, LONGEST);
  return fault.expected === WELL_FORMED
    ? `This is not ${WELL_FORMED}: ${found}.`
    : `Found ${found}; expected ${fault.expected}.`;
}
