import { ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { isLostDatabase } from '../database';

/**
 * Answers 503 instead of 500 while the database does not answer, so that callers and load balancers
 * know that asking again helps, and without the address of the database in the text.
 */
export function explainLostDatabase(): ErrorRequestHandler {
  return (error, _request, _response, next) => {
    if (!isLostDatabase(error)) {
      next(error);
      return;
    }
    next(
      new ServiceUnavailableError(
        'Scorecards cannot be read or written at the moment, because the database does not answer; ask again in a minute.',
      ),
    );
  };
}
