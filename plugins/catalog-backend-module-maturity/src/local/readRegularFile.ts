import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isError } from '@backstage/errors';

const LARGEST_FILE = 1024 * 1024;

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}

/**
 * The text of a file itself, never of what a link of its name points at; undefined when there is none.
 * Rejects for what is no file of at most one megabyte.
 */
export async function readRegularFile(
  file: string,
): Promise<string | undefined> {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  let handle;
  try {
    handle = await open(file, O_RDONLY + O_NOFOLLOW + O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return undefined;
    if (hasCode(error, ['ELOOP'])) {
      throw new Error('it is a symbolic link; expected a file');
    }
    throw error;
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is no file');
    if (stats.size > LARGEST_FILE) {
      throw new Error(
        `it has ${stats.size} bytes; expected at most ${LARGEST_FILE}`,
      );
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
