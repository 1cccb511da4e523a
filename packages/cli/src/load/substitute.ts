import { dirname, resolve, sep } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { parseYamlDocuments } from '@backstage-maturity/plugin-maturity-common';
import { isWithin } from './boundary';
import { findWorkTree } from './Ignored';
import { identityOf, readInput } from './readInput';
import type { Fault } from './readFault';

const MAX_NESTING = 60;
/** A definition of this size was not written by a person. */
const MAX_BYTES = 10 * 1024 * 1024;

/** A field whose text stands in another file. */
export interface Substitution {
  data: unknown;
  /** URLs that were not read; the reference stands in the place of their text. */
  unread: readonly string[];
  /** The first file that is not readable, is not what its key says, or lies elsewhere. */
  fault?: Fault;
}

/**
 * Puts the text of files where `$text`, `$json` and `$yaml` stand, as the catalog does. Only files of the git
 * work tree are read, and where there is none, files beside or below the catalog file: a catalog file must not
 * be able to print other files of the machine.
 */
export function substitute(data: unknown, file: string): Substitution {
  const unread: string[] = [];
  const folder = dirname(file);
  let fault: Fault | undefined;
  const visit = (value: unknown, path: readonly string[]): unknown => {
    if (
      typeof value !== 'object' ||
      value === null ||
      path.length > MAX_NESTING
    ) {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => visit(item, [...path, String(index)]));
    }
    const entries = Object.entries(value);
    const [[key, target] = ['', undefined]] = entries;
    if (entries.length === 1 && /^\$(?:text|json|yaml)$/.test(key)) {
      if (typeof target === 'string' && /^https?:\/\//i.test(target)) {
        unread.push(target);
        return `${key}: ${target}`;
      }
      try {
        return readTarget({ key, target, folder });
      } catch (error) {
        fault ??= {
          path,
          message: isError(error) ? error.message : String(error),
        };
        return undefined;
      }
    }
    return Object.fromEntries(
      entries.map(([each, item]) => [each, visit(item, [...path, each])]),
    );
  };
  return { data: visit(data, []), unread, fault };
}

function readTarget(options: {
  key: string;
  target: unknown;
  folder: string;
}): unknown {
  const { key, target, folder } = options;
  if (typeof target !== 'string' || target.trim() === '') {
    throw new InputError(
      `"${key}" names no file; a relative path or a URL was expected`,
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
        throw new InputError(`"${key}: ${target}" is not one document of YAML`);
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
  const tree = findWorkTree(folder);
  if (!isWithin(path, tree ?? folder)) {
    const named =
      tree === undefined ? 'folder of the catalog file' : 'git work tree';
    throw new InputError(
      `"${key}: ${target}" leaves the ${named}, and is not read`,
    );
  }
  // Git's own files may hold credentials.
  if (identityOf(path).split(sep).includes('.git')) {
    throw new InputError(
      `"${key}: ${target}" is a file of git, and is not read`,
    );
  }
  try {
    return readInput(path, MAX_BYTES).toString('utf8');
  } catch (error) {
    throw new InputError(
      `"${key}: ${target}" ${isError(error) ? error.message : error}`,
    );
  }
}
