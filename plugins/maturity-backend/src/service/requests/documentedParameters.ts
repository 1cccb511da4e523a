import type { Request } from 'express';
import { spec } from '../../schema/openapi.generated';

/** What the document says of one value, as far as messages need it. */
export interface ValueSchema {
  type?: string;
  enum?: readonly string[];
  items?: ValueSchema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
}

/** A parameter that the document declares. */
export interface DocumentedParameter {
  name: string;
  in: string;
  description?: string;
  schema: ValueSchema;
}

/** A request in the words of the document. */
export interface DocumentedRequest {
  parameters: readonly DocumentedParameter[];
  /** Parts of the address by the name of their parameter, as they were sent. */
  parts: ReadonlyMap<string, string>;
}

/** The document with each reference in it replaced by what it refers to. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value && typeof value.$ref === 'string') {
    const keys = value.$ref.split('/').slice(1);
    const found = keys.reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null
          ? Object.entries(at).find(([name]) => name === key)?.[1]
          : undefined,
      spec,
    );
    return resolved(found);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, resolved(part)]),
  );
}

function isParameter(value: unknown): value is DocumentedParameter {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'in' in value &&
    'schema' in value
  );
}

function partsOf(
  template: string,
  path: string,
): Map<string, string> | undefined {
  const names = template.split('/');
  const given = path.split('/');
  if (names.length !== given.length) return undefined;
  const parts = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    if (name.startsWith('{') && given[at]) {
      parts.set(name.slice(1, -1), given[at]);
    } else if (name !== given[at]) {
      return undefined;
    }
  }
  return parts;
}

/** Where the document is served; it does not describe itself. */
export const DOCUMENT_PATH = '/openapi.json';

/** The methods that the document declares for a path; empty when there is no such path. */
export function documentedMethods(path: string): string[] {
  if (path === DOCUMENT_PATH) return ['GET'];
  return Object.entries(spec.paths)
    .filter(([template]) => partsOf(template, path))
    .flatMap(([, item]) => Object.keys(item))
    .map(method => method.toLocaleUpperCase('en-US'));
}

/**
 * The document with a HEAD for each GET, for a validator that would let through what it does not find. It
 * may be changed in place, because it is nobody else's.
 */
export function documentWithHeads(): typeof spec {
  const document = structuredClone(spec);
  for (const item of Object.values(document.paths)) {
    if ('get' in item) Object.assign(item, { head: structuredClone(item.get) });
  }
  return document;
}

/** What the document declares for a request; undefined when it knows no such route. */
export function documentedRequest(
  request: Pick<Request, 'method' | 'path'>,
): DocumentedRequest | undefined {
  const asked = request.method.toLocaleLowerCase('en-US');
  // A HEAD is answered like a GET.
  const method = asked === 'head' ? 'get' : asked;
  for (const [template, item] of Object.entries(spec.paths)) {
    const parts = partsOf(template, request.path);
    if (!parts) continue;
    for (const [verb, operation] of Object.entries(item)) {
      if (verb !== method) continue;
      const declared: unknown[] =
        'parameters' in operation ? [...operation.parameters] : [];
      const parameters = declared.map(resolved).filter(isParameter);
      return { parameters, parts };
    }
  }
  return undefined;
}
