import type { RequestHandler } from 'express';

/**
 * What one caller may see is nothing for a cache between that caller and others, and even the browser of
 * the same person has to ask again: rights and verdicts change. An answer that knows better overrides it.
 */
export function keepPrivate(): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Cache-Control', 'private, no-cache');
    response.vary('Authorization');
    next();
  };
}
