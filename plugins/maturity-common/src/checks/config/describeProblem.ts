import type { ConfigProblem } from '../types';

/**
 * A configuration problem as a sentence, for logs, terminals and pages.
 *
 * @public
 */
export function describeProblem(problem: ConfigProblem): string {
  const { path, value, expected, check } = problem;
  const end = expected.endsWith('?') ? '' : '.';
  const effect =
    check === undefined ? '' : ` The check "${check}" is disabled.`;
  return `${path} is ${value}; expected ${expected}${end}${effect}`;
}
