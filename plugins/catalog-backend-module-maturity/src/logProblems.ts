import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  describeProblem,
  parseDeclareAnnotations,
  parseLocalRoot,
} from '@backstage-maturity/plugin-maturity-common';

/** Tells of the mistakes in what this module reads: the maturity backend may run elsewhere, or not at all. */
export function logProblems(config: Config, logger: LoggerService): void {
  const section = config.getOptional('maturity');
  const problems = [
    ...parseLocalRoot(section).problems,
    ...parseDeclareAnnotations(section).problems,
  ];
  for (const problem of problems) logger.error(describeProblem(problem));
}
