import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { documentedRequest } from './documentedParameters';
import { givenParameters } from './refuseHiddenParameters';

/** Refuses integers that only a programming language takes for such: `0x10`, `1e2`, ` 5`. */
export function refuseOddIntegers(): RequestHandler {
  return (request, _response, next) => {
    const given = givenParameters(request);
    const wrong = documentedRequest(request)?.parameters.find(
      ({ name, in: at, schema }) =>
        at === 'query' &&
        schema.type === 'integer' &&
        given.get(name) !== '' &&
        !/^-?\d+$/.test(given.get(name) ?? '0'),
    );
    next(
      wrong
        ? new InputError(`request/query/${wrong.name} must be integer`)
        : undefined,
    );
  };
}
