import { ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { TooManyRefreshesError } from './errors';

const OUTAGE_SECONDS = 10;

/** Says in a header when asking again helps: for callers who asked too often, and while something is down. */
export function tellWhenToRetry(): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (error instanceof TooManyRefreshesError) {
      response.setHeader('Retry-After', String(error.seconds));
    } else if (error instanceof ServiceUnavailableError) {
      response.setHeader('Retry-After', String(OUTAGE_SECONDS));
    }
    next(error);
  };
}
