import type { ErrorRequestHandler } from 'express';
import { TooManyRefreshesError } from './errors';

/** Says in a header when a caller who asked too often may ask again. */
export function tellWhenToRetry(): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (error instanceof TooManyRefreshesError) {
      response.setHeader('Retry-After', String(error.seconds));
    }
    next(error);
  };
}
