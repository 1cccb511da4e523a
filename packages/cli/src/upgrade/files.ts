import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';

/**
 * A file as bytes, with the one permission that git keeps.
 *
 * @public
 */
export interface FileContent {
  bytes: Buffer;
  executable: boolean;
}

/**
 * Files by their path: relative, with slashes.
 *
 * @public
 */
export type FileSet = ReadonlyMap<string, FileContent>;

const LONGEST_PATH = 1_000;

/** The id that git gives to a file with these bytes. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/**
 * A path as it was given, when it names a file below a folder and outside of `.git`.
 *
 * @throws InputError when it does not
 */
export function requireSafePath(path: string, source: string): string {
  const parts = path.split('/');
  const isSafe =
    path.length <= LONGEST_PATH &&
    !/[\0\\]/.test(path) &&
    !/^[A-Za-z]:/.test(path) &&
    parts.every(part => !['', '.', '..'].includes(part)) &&
    parts.every(part => part.toLowerCase() !== '.git');
  if (isSafe) {
    return path;
  }
  throw new InputError(
    `${source} names the file ${JSON.stringify(
      path.slice(0, 200),
    )}; expected a path below the service and not in ".git".`,
  );
}

/** Text of UTF-8 without zero bytes; undefined for all other bytes. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

/** Whether every line ends as on Windows. */
export function hasWindowsLines(text: string): boolean {
  return text.includes('\n') && !/(?:^|[^\r])\n/.test(text);
}

/** The same bytes with the line endings of Unix; what is no text stays as it is. */
export function withUnixLines(bytes: Buffer): Buffer {
  const text = textOf(bytes);
  return text !== undefined && hasWindowsLines(text)
    ? Buffer.from(text.replaceAll('\r\n', '\n'))
    : bytes;
}
