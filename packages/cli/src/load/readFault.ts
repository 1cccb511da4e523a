/** Why an entity is refused: the path of the field, and a phrase that goes after its name. */
export interface Fault {
  path: readonly string[];
  message: string;
}

const ENVELOPE = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
  'status',
];
const NO_FIELD =
  'is not a field of an entity; expected apiVersion, kind, metadata and spec only';

/** Reads field and reason out of what the catalog's validators throw; they give text only. */
export function readFault(thrown: string, data: unknown): Fault {
  const text = thrown
    .replace(/^TypeError: |^Malformed envelope, /g, '')
    .replace(/ To learn more about catalog file format.*$/s, '');
  // Keys may hold spaces, and all reasons begin with the same word.
  const schema = /^(<root>|\/.*?) (must .*)$/s.exec(text);
  if (schema) {
    const path =
      schema[1] === '<root>'
        ? []
        : schema[1].slice(1).split('/').map(decodePointer);
    return fromSchema(path, { reason: schema[2], data });
  }
  const format =
    /^(?:"([^"]+)"|([\w-]+(?:\.\S+)?)) (?:is not valid;? ?|must have )(.*)$/s.exec(
      text,
    );
  if (format) {
    const [, quoted, plain, reason] = format;
    return {
      path: formatPath(quoted ?? plain),
      message: reason === '' ? 'is not valid' : reason.replace(/\.$/, ''),
    };
  }
  const foreign = /^Unknown field (\S+)$/.exec(text);
  if (foreign) {
    return {
      path: [foreign[1]],
      message: NO_FIELD,
    };
  }
  return { path: [], message: text };
}

function fromSchema(
  path: readonly string[],
  options: { reason: string; data: unknown },
): Fault {
  const { reason, data } = options;
  const [phrase, detail = ''] = reason.split(' - ');
  const foreign =
    /^additionalProperty: (.+)$/s.exec(detail)?.[1] ??
    (/\badditional properties$/.test(phrase) && path.length === 0
      ? foreignRootField(data)
      : undefined);
  if (foreign !== undefined) {
    return {
      path: [...path, foreign],
      message:
        path.length === 0 ? NO_FIELD : 'is not a field that the catalog knows',
    };
  }
  const allowed = /^allowedValues: (.+)$/s.exec(detail)?.[1];
  if (allowed !== undefined) {
    const value = shown(valueAt(data, path));
    return { path, message: `must be one of ${allowed}, found ${value}` };
  }
  const missing = /^must have required property '(.+)'$/.exec(phrase)?.[1];
  if (missing !== undefined) {
    return {
      path: [...path, missing],
      message: 'is missing; the catalog requires it',
    };
  }
  const value = valueAt(data, path);
  const found = value === undefined ? '' : `, found ${shown(value)}`;
  const quote =
    /\bmust be string\b/.test(phrase) &&
    /^(?:number|boolean)$/.test(typeof value)
      ? '; put it in quotes'
      : '';
  return { path, message: `${phrase}${found}${quote}` };
}

/** The validator of the envelope does not say which field it refuses. */
function foreignRootField(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null
    ? Object.keys(data).find(key => !ENVELOPE.includes(key))
    : undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return `"${value}"`;
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  return Array.isArray(value) ? 'a list' : 'a map';
}

/** Validators of formats leave `metadata.` out of the names of its own fields; keys of maps may hold dots. */
function formatPath(name: string): string[] {
  const [first, ...rest] = name.split('.');
  const others = rest.join('.');
  if (first === 'labels' || first === 'annotations') {
    return ['metadata', first, others];
  }
  return first === 'tags' || first === 'links'
    ? ['metadata', first, ...rest]
    : [first, ...rest];
}

function decodePointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let current = data;
  for (const step of path) {
    if (
      typeof current !== 'object' ||
      current === null ||
      !Object.hasOwn(current, step)
    ) {
      return undefined;
    }
    current = Object.entries(current).find(([key]) => key === step)?.[1];
  }
  return current;
}
