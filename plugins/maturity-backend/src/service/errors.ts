import {
  CustomErrorBase,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';

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

/** A refresh of a scorecard that the caller may read and no more. */
export function refreshRefused(entityRef: string): NotAllowedError {
  return new NotAllowedError(
    `You may not have the scorecard of "${entityRef}" evaluated; expected the permission "maturity.scorecard.refresh" for it.`,
  );
}

/** The advice, asked for by somebody who may read no scorecard. */
export function adviceRefused(): NotAllowedError {
  return new NotAllowedError(
    'You may not read the advice; expected the permission "maturity.scorecard.read" for at least one entity that you see in the catalog.',
  );
}

/** The sweeps, asked for by somebody who may not read every scorecard. */
export function sweepsRefused(): NotAllowedError {
  return new NotAllowedError(
    'You may not read the sweeps, because they tell of every entity; expected the permissions "catalog.entity.read" and "maturity.scorecard.read" without conditions.',
  );
}

/** The snapshots, asked for by somebody who may not read every scorecard. */
export function snapshotsRefused(): NotAllowedError {
  return new NotAllowedError(
    'You may not read the snapshots, because they count every scorecard; expected the permissions "catalog.entity.read" and "maturity.scorecard.read" without conditions.',
  );
}

/** A caller has asked for more refreshes than are allowed. */
export class TooManyRefreshesError extends CustomErrorBase {
  readonly name = 'TooManyRefreshesError';
  /** Read by the error handler of the backend. */
  readonly statusCode = 429;
  /** After which time the next refresh is allowed. */
  readonly seconds: number;

  constructor({ limit, seconds }: { limit: number; seconds: number }) {
    const asked = limit === 1 ? '1 refresh' : `${limit} refreshes`;
    const wait = seconds === 1 ? '1 second' : `${seconds} seconds`;
    super(
      `You have asked for ${asked} within a minute, and no more are allowed; ask again in ${wait}.`,
    );
    this.seconds = seconds;
  }
}
