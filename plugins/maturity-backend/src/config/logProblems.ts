import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ConfigProblem,
  describeProblem,
} from '@backstage-maturity/plugin-maturity-common';

/** Writes all mistakes of the configuration to the log, one line each. */
export function logProblems(
  logger: LoggerService,
  problems: readonly ConfigProblem[],
): void {
  if (!problems.length) return;
  const count =
    problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
  logger.error(
    `The configuration under "maturity" has ${count}; the rest of it is in force:`,
  );
  for (const problem of problems) logger.error(describeProblem(problem));
}
