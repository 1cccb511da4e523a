import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler, Request } from 'express';
import { spec } from '../schema/openapi.generated';

interface Parameter {
  name: string;
  in: string;
  description?: string;
}

function isParameter(value: object): value is Parameter {
  return 'name' in value && 'in' in value;
}

function matches(template: string, path: string): boolean {
  const parts = template.split('/');
  const given = path.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => part.startsWith('{') || part === given[index])
  );
}

/** The query parameters that the document declares for a request. */
function queryParameters(request: Request): Parameter[] {
  const method = request.method.toLowerCase();
  for (const [template, item] of Object.entries(spec.paths)) {
    if (!matches(template, request.path)) continue;
    for (const [verb, operation] of Object.entries(item)) {
      if (verb !== method || !('parameters' in operation)) continue;
      const declared: readonly object[] = operation.parameters;
      return declared
        .filter(isParameter)
        .filter(({ in: at }) => at === 'query');
    }
  }
  return [];
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function explainUnknown(request: Request, name: string): string {
  const known = queryParameters(request).map(parameter => parameter.name);
  const expected = known.length
    ? `one of ${known.join(', ')}`
    : 'none at this address';
  return `The query parameter "${name}" with the value "${shown(
    request.query[name],
  )}" is not known; expected ${expected}.`;
}

function explainPart(request: Request, part: string): string {
  const found = /^request\/(query|params)\/([^/\s]+)(?:\/\d+)? (.*)$/s.exec(
    part,
  );
  if (!found) return `The request is not valid: ${part}.`;
  const [, where, name, problem] = found;
  const value = where === 'query' ? request.query[name] : request.params[name];
  const meaning = queryParameters(request).find(
    parameter => where === 'query' && parameter.name === name,
  )?.description;
  const place = where === 'query' ? 'query parameter' : 'part of the address';
  return `The ${place} "${name}" is "${shown(value)}"; it ${problem}.${
    meaning ? ` ${meaning}` : ''
  }`;
}

function explain(request: Request, message: string): string | undefined {
  const unknown = /^Unknown query parameter '(.*)'$/s.exec(message);
  if (unknown) return explainUnknown(request, unknown[1]);
  const empty = /^Empty value found for query parameter '(.*)'$/s.exec(message);
  if (empty) {
    return `The query parameter "${empty[1]}" is ""; expected a value, or no such parameter.`;
  }
  if (message.startsWith('request')) {
    const parts = message.split(/, (?=request\/)/);
    return [...new Set(parts)]
      .map(part => explainPart(request, part))
      .join(' ');
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
