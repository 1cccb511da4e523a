import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { parseYamlDocuments } from '@backstage-maturity/plugin-maturity-common';

const MAX_NESTING = 60;

/** A field whose text stands in another file. */
export interface Substitution {
  data: unknown;
  /** URLs that were not read; the reference stands in the place of their text. */
  unread: readonly string[];
}

/**
 * Puts the text of files where `$text`, `$json` and `$yaml` stand, as the catalog does. Only files beside
 * or below the catalog file are read: a catalog file must not be able to print other files of the machine.
 *
 * @throws InputError when a file is not readable, is not what the key says, or lies elsewhere
 */
export function substitute(data: unknown, file: string): Substitution {
  const unread: string[] = [];
  const folder = dirname(file);
  const visit = (value: unknown, nesting: number): unknown => {
    if (typeof value !== 'object' || value === null || nesting > MAX_NESTING) {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map(item => visit(item, nesting + 1));
    }
    const entries = Object.entries(value);
    const [[key, target] = ['', undefined]] = entries;
    if (entries.length === 1 && /^\$(?:text|json|yaml)$/.test(key)) {
      if (typeof target === 'string' && /^https?:\/\//i.test(target)) {
        unread.push(target);
        return `${key}: ${target}`;
      }
      return readTarget({ key, target, folder });
    }
    return Object.fromEntries(
      entries.map(([each, item]) => [each, visit(item, nesting + 1)]),
    );
  };
  return { data: visit(data, 0), unread };
}

function readTarget(options: {
  key: string;
  target: unknown;
  folder: string;
}): unknown {
  const { key, target, folder } = options;
  if (typeof target !== 'string' || target.trim() === '') {
    throw new InputError(
      `"${key}" names no file; a relative path or a URL was expected.`,
    );
  }
  const text = readInside(target, { folder, key });
  switch (key) {
    case '$json':
      try {
        const data: unknown = JSON.parse(text);
        return data;
      } catch (error) {
        throw new InputError(
          `"${key}: ${target}" is not JSON: ${
            isError(error) ? error.message : error
          }`,
        );
      }
    case '$yaml': {
      const documents = parseYamlDocuments(text);
      const [document] = documents;
      if (!document || documents.length !== 1 || document.errors.length > 0) {
        throw new InputError(
          `"${key}: ${target}" is not one document of YAML.`,
        );
      }
      return document.toJSON();
    }
    default:
      return text;
  }
}

function readInside(
  target: string,
  options: { folder: string; key: string },
): string {
  const { folder, key } = options;
  const path = resolve(folder, target);
  const outside = new InputError(
    `"${key}: ${target}" leaves the folder of the catalog file; only files beside or below it are read.`,
  );
  if (!path.startsWith(folder + sep)) {
    throw outside;
  }
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new InputError(`"${key}: ${target}" does not exist.`);
  }
  if (!real.startsWith(realpathSync(folder) + sep)) {
    throw outside;
  }
  try {
    return readFileSync(real, 'utf8');
  } catch (error) {
    throw new InputError(
      `"${key}: ${target}" could not be read: ${
        isError(error) ? error.message : error
      }`,
    );
  }
}
