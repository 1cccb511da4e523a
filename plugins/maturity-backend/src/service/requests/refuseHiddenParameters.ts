import { InputError } from '@backstage/errors';
import type { Request, RequestHandler } from 'express';

/**
 * Query parameters as they were sent, by name, the values of one name joined; of a parameter with a path
 * behind its name, such as `limit[a]=1`, the whole.
 */
export function givenParameters(
  request: Pick<Request, 'originalUrl'>,
): Map<string, string> {
  const given = new Map<string, string>();
  const at = request.originalUrl.indexOf('?');
  if (at < 0) return given;
  const sent = new URLSearchParams(request.originalUrl.slice(at + 1));
  for (const [key, value] of sent) {
    const [name] = key.split('[');
    const before = given.get(name);
    const text = key === name ? value : `${key}=${value}`;
    given.set(name, before === undefined ? text : `${before}, ${text}`);
  }
  return given;
}

/** Refuses every parameter, at an address that takes none. */
export function refuseParameters(): RequestHandler {
  return (request, _response, next) => {
    const [name] = givenParameters(request).keys();
    next(
      name === undefined
        ? undefined
        : new InputError(`Unknown query parameter '${name}'`),
    );
  };
}

/**
 * Refuses parameters that the reader of the query leaves out, such as `__proto__`: nobody after it could
 * know that they were there, and an answer would pretend that they were heeded.
 */
export function refuseHiddenParameters(): RequestHandler {
  return (request, _response, next) => {
    const hidden = [...givenParameters(request).keys()].find(
      name => !Object.hasOwn(request.query, name),
    );
    next(
      hidden === undefined
        ? undefined
        : new InputError(`Unknown query parameter '${hidden}'`),
    );
  };
}
