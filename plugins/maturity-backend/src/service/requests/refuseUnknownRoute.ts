import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { documentedMethods } from './documentedParameters';

const LONGEST_SHOWN = 200;

/** A route that exists, asked for by another method. */
class MethodNotAllowedError extends CustomErrorBase {
  readonly name = 'MethodNotAllowedError';
  /** Read by the error handler of the backend. */
  readonly statusCode = 405;
}

/** Answers what no route has answered, with a sentence like every other refusal. */
export function refuseUnknownRoute(): RequestHandler {
  return (request, response, next) => {
    const path = request.path.slice(0, LONGEST_SHOWN);
    const methods = documentedMethods(request.path);
    if (!methods.length) {
      throw new NotFoundError(
        `There is no route "${path}"; expected one that /openapi.json lists.`,
      );
    }
    // Express answers it from the routes that it knows.
    if (request.method === 'OPTIONS') {
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
