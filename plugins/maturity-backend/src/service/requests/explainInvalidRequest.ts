import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler, Request } from 'express';
import {
  type DocumentedParameter,
  documentedRequest,
} from './documentedParameters';
import { expectationOf } from './expectationOf';
import { givenParameters } from './refuseHiddenParameters';

const LONGEST_SHOWN = 200;

function shown(text: string): string {
  return text.length > LONGEST_SHOWN
    ? `${text.slice(0, LONGEST_SHOWN)}…`
    : text;
}

function queryValue(request: Request, name: string): string {
  return givenParameters(request).get(name) ?? '';
}

function parametersOf(request: Request): readonly DocumentedParameter[] {
  return documentedRequest(request)?.parameters ?? [];
}

function explainUnknown(request: Request, name: string): string {
  const known = parametersOf(request).filter(({ in: at }) => at === 'query');
  const expected = known.length
    ? `one of ${known.map(parameter => parameter.name).join(', ')}`
    : 'none at this address';
  return `The query parameter "${shown(name)}" with the value "${shown(
    queryValue(request, name),
  )}" is not known; expected ${expected}.`;
}

function partValue(request: Request, name: string): string {
  const part = documentedRequest(request)?.parts.get(name) ?? '';
  return decodeURIComponent(part);
}

function explainParameter(
  request: Request,
  { where, name }: { where: 'query' | 'params'; name: string },
): string {
  const inQuery = where === 'query';
  const value = inQuery ? queryValue(request, name) : partValue(request, name);
  const parameter = parametersOf(request).find(
    each => each.name === name && each.in === (inQuery ? 'query' : 'path'),
  );
  const expected = expectationOf(parameter?.schema ?? {});
  const meaning = parameter?.description ? ` ${parameter.description}` : '';
  const place = inQuery ? 'query parameter' : 'part of the address';
  return `The ${place} "${name}" is "${shown(
    value,
  )}"; expected ${expected}.${meaning}`;
}

function explainMissing(request: Request, name: string): string {
  const parameter = parametersOf(request).find(each => each.name === name);
  const expected = expectationOf(parameter?.schema ?? {});
  return `The query parameter "${name}" is missing; expected ${expected}.`;
}

function explainPart(request: Request, part: string): string {
  const missing = /^request\/query must have required property '(.*)'$/s.exec(
    part,
  );
  if (missing) return explainMissing(request, missing[1]);
  const found = /^request\/(query|params)\/([^/\s]+)/.exec(part);
  if (!found) return `The request is not valid: ${part}.`;
  const [, place, name] = found;
  const where = place === 'query' ? 'query' : 'params';
  return explainParameter(request, { where, name });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function explain(request: Request, message: string): string | undefined {
  if (!isDecodable(request.path)) {
    return `The address "${shown(
      request.path,
    )}" cannot be decoded; expected "%" only before the two hexadecimal digits of a byte of UTF-8.`;
  }
  const unknown = /^Unknown query parameter '(.*)'$/s.exec(message);
  if (unknown) return explainUnknown(request, unknown[1]);
  const empty = /^Empty value found for query parameter '(.*)'$/s.exec(message);
  if (empty) {
    return `The query parameter "${empty[1]}" is ""; expected a value, or no such parameter.`;
  }
  if (message.startsWith('request')) {
    const parts = message.split(/, (?=request\/)/);
    const told = parts.map(part => explainPart(request, part));
    return [...new Set(told)].join(' ');
  }
  return undefined;
}

/** Says of a request that the document refuses which value was wrong, where, and what was expected. */
export function explainInvalidRequest(): ErrorRequestHandler {
  return (error, request, _response, next) => {
    const explained =
      error instanceof InputError ? explain(request, error.message) : undefined;
    next(explained ? new InputError(explained) : error);
  };
}
