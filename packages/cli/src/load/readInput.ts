import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { basename, resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';

/** How standard input is named on the command line. */
export const DASH = '-';
/** The file name under which standard input stands in results. */
export const STANDARD_INPUT = '<stdin>';

const CHUNK = 65_536;
const PAUSE = 10;
const STANDARD_INPUT_HANDLE = 0;
/** What came through a pipe is gone once it was read, and some commands look twice. */
const streamed = new Map<string, Buffer>();

/** True for the path that stands for standard input. */
export function isStandardInput(path: string): boolean {
  return basename(path) === STANDARD_INPUT && !existsSync(path);
}

/** The absolute path of what a person named; standard input gets one as well. */
export function inputPath(named: string, cwd: string): string {
  return resolve(cwd, named === DASH ? STANDARD_INPUT : named);
}

/**
 * The text of a file that a person named.
 *
 * @param what - what the file is, for the message
 * @throws InputError when it cannot be read
 */
export function readNamedText(
  named: string,
  options: { what: string; cwd: string; limit: number },
): string {
  const { what, cwd, limit } = options;
  try {
    return readInput(inputPath(named, cwd), limit).toString('utf8');
  } catch (error) {
    throw new InputError(
      `The ${what} "${named}" ${isError(error) ? error.message : error}.`,
    );
  }
}

/** The path with its links followed; that of a pipe leads nowhere and stays as it is. */
export function identityOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * The bytes of a file, a pipe or standard input.
 *
 * @throws InputError, with a phrase that goes after the name, when there is none, when it may not be read, or
 *   when it has more than `limit` bytes
 */
export function readInput(path: string, limit: number): Buffer {
  const known = streamed.get(path);
  if (known) {
    return known;
  }
  const isStandard = isStandardInput(path);
  let handle: number | undefined;
  try {
    handle = isStandard ? STANDARD_INPUT_HANDLE : openSync(path, 'r');
    const stats = fstatSync(handle);
    if (stats.isFile() && stats.size > limit) {
      throw tooLarge(`${stats.size} bytes`, limit);
    }
    const bytes = readAll(handle, limit);
    if (!stats.isFile()) {
      streamed.set(path, bytes);
    }
    return bytes;
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(whyUnreadable(error));
  } finally {
    if (handle !== undefined && !isStandard) {
      closeSync(handle);
    }
  }
}

/** Why a file cannot be read, as a phrase that goes after its name. */
export function whyUnreadable(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist';
    case 'EISDIR':
      return 'is a folder; a file was expected';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user';
    case 'ELOOP':
      return 'is a link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'has a name that is too long for a file';
    case 'ERR_INVALID_ARG_VALUE':
      return 'has a character that no name of a file may have';
    default:
      return `could not be read: ${isError(error) ? error.message : error}`;
  }
}

function tooLarge(size: string, limit: number): InputError {
  return new InputError(`has ${size}; at most ${limit} are read`);
}

/** A device such as /dev/zero says that it is empty and never ends. */
function readAll(handle: number, limit: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSome(handle, chunk);
    if (read === 0) {
      return Buffer.concat(chunks, size);
    }
    size += read;
    if (size > limit) {
      throw tooLarge(`more than ${limit} bytes`, limit);
    }
    chunks.push(chunk.subarray(0, read));
  }
}

function readSome(handle: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(handle, chunk, 0, chunk.length, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') {
        return 0;
      }
      if (codeOf(error) !== 'EAGAIN') {
        throw error;
      }
      // A pipe that does not block has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** The code of an error of the file system. */
export function codeOf(error: unknown): string | undefined {
  return isError(error) && typeof error.code === 'string'
    ? error.code
    : undefined;
}
