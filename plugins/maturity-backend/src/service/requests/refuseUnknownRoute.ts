import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { DOCUMENT_PATH, documentedMethods } from './documentedParameters';

const LONGEST_SHOWN = 200;

/** A route that exists, asked for by another method. */
class MethodNotAllowedError extends CustomErrorBase {
  readonly name = 'MethodNotAllowedError';
  /** Read by the error handler of the backend. */
  readonly statusCode = 405;
}

/**
 * Refuses what is no route, with a sentence like every other refusal. It comes before all else, because
 * Express takes `/Scorecards` and `/scorecards/` for `/scorecards`, and the checks of a request do not.
 */
export function refuseUnknownRoute(): RequestHandler {
  return (request, response, next) => {
    const path = request.path.slice(0, LONGEST_SHOWN);
    const methods = documentedMethods(request.path);
    if (!methods.length) {
      throw new NotFoundError(
        `There is no route "${path}"; expected one that ${DOCUMENT_PATH} lists.`,
      );
    }
    // A HEAD is answered like a GET, and OPTIONS by Express from the routes that it knows.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (method === 'OPTIONS' || methods.includes(method)) {
      next();
      return;
    }
    response.setHeader('Allow', methods.join(', '));
    throw new MethodNotAllowedError(
      `The route "${path}" was asked for by ${
        request.method
      }; expected ${methods.join(' or ')}.`,
    );
  };
}
