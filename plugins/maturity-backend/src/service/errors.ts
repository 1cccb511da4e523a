import { NotFoundError } from '@backstage/errors';

// The same sentence for what does not exist and for what the caller may not see: the difference would
// tell that it exists.

/** A scorecard that does not exist for the caller. */
export function noScorecard(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no scorecard of "${entityRef}"; expected a component of the catalog.`,
  );
}

/** A roll-up that does not exist for the caller. */
export function noRollUp(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no roll-up of "${entityRef}"; expected a group, user, system or domain of the catalog.`,
  );
}
