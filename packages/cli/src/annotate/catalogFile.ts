import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import {
  basename,
  dirname,
  isAbsolute,
  join,
  relative,
  resolve,
  sep,
} from 'node:path';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { isWithin } from '../load/boundary';
import { findWorkTree } from '../load/Ignored';
import { whyUnreadable } from '../load/readInput';
import { shownPath } from '../load/shownPath';

const MODE_BITS = 0o7777;

/** A catalog file that is to be edited. */
export interface CatalogFile {
  /** Absolute path with every link followed. */
  path: string;
  /** As shown: relative to the working directory, POSIX. */
  file: string;
  /** As a difference names it: like `file`, or relative to its git work tree where that would lead upwards. */
  diffName: string;
  text: string;
}

/** `git apply` takes no name that leads upwards or is absolute. */
function diffNameOf(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  const leads = inside.startsWith(`..${sep}`) || isAbsolute(inside);
  const tree = leads ? findWorkTree(dirname(path)) : undefined;
  const name = tree === undefined ? inside : relative(tree, path);
  return name.split(sep).join('/');
}

/** Follows links, but not out of the git work tree in which the file was named, or out of its folder where there is none. */
function realPath(path: string, shown: string): string {
  let folder: string;
  let real: string;
  try {
    folder = realpathSync(dirname(path));
    real = realpathSync(path);
  } catch (error) {
    throw new InputError(
      `The file "${shown}" ${whyUnreadable(
        error,
      )}; a catalog file was expected.`,
    );
  }
  const tree = findWorkTree(folder) ?? folder;
  if (!isWithin(real, tree)) {
    throw new InputError(
      `The file "${shown}" is a link to "${real}", which is outside of "${tree}"; name the file itself to change it.`,
    );
  }
  if (!statSync(real).isFile()) {
    throw new InputError(`"${shown}" is no file; a catalog file was expected.`);
  }
  return real;
}

/** Keeps a byte order mark, and refuses bytes that would not come back as they were. */
function decode(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new InputError(
      `The file "${shown}" is not UTF-8; a catalog file in UTF-8 was expected.`,
    );
  }
}

/**
 * Reads a file that is to be edited.
 *
 * @throws InputError when it does not exist, is no text in UTF-8, or is a link out of its tree
 */
export function readCatalogFile(named: string, cwd: string): CatalogFile {
  const absolute = resolve(cwd, named);
  const file = shownPath(cwd, absolute);
  const path = realPath(absolute, file);
  return {
    path,
    file,
    diffName: diffNameOf(absolute, cwd),
    text: decode(readFileSync(path), file),
  };
}

/** Writes a whole file beside its place, so that what stands there is the old text or the new one and nothing between. */
function writeBeside(path: string, text: string, mode: number): string {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const handle = openSync(beside, 'wx', mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  // What the process masks at creation is given back here.
  chmodSync(beside, mode);
  return beside;
}

/**
 * Puts a new text in the place of the one that was read, as a whole or not at all; the permissions of
 * the file stay.
 *
 * @throws ConflictError when the file has changed since it was read
 * @throws InputError when it cannot be written
 */
export function writeCatalogFile(
  { path, file, text: before }: CatalogFile,
  text: string,
): void {
  if (decode(readFileSync(path), file) !== before) {
    throw new ConflictError(
      `The file "${file}" has changed since it was read; nothing was written. Run the command again.`,
    );
  }
  let beside: string | undefined;
  try {
    accessSync(path, constants.W_OK);
    beside = writeBeside(path, text, statSync(path).mode & MODE_BITS);
    renameSync(beside, path);
  } catch (error) {
    if (beside !== undefined) {
      rmSync(beside, { force: true });
    }
    throw new InputError(
      `The file "${file}" could not be written and is as it was: ${
        isError(error) ? error.message : error
      }`,
    );
  }
}
