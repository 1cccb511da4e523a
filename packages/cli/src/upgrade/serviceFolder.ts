import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileContent } from './files';

const OWNER_MAY_EXECUTE = 0o100;
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * What stands in a service at a path; `blocked` by a folder there, or by a file where a folder would be.
 *
 * @public
 */
export type Standing = FileContent | 'absent' | 'blocked';

/**
 * The folder of a service, with links on the way to it followed.
 *
 * @throws InputError when there is none
 */
export function requireServiceFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (lstatSync(real).isDirectory()) {
      return real;
    }
  } catch {
    // Told below.
  }
  throw new InputError(
    `There is no folder "${folder}"; expected the folder of a service.`,
  );
}

/**
 * What stands in a service at a path that is safe.
 *
 * @throws InputError when a part of the way is a symbolic link, which could lead out of the service
 */
export function standingAt(root: string, path: string): Standing {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count += 1) {
    const place = join(root, ...parts.slice(0, count));
    const stats = lstatSync(place, { throwIfNoEntry: false });
    const isLast = count === parts.length;
    if (stats === undefined) {
      return 'absent';
    }
    if (!isLast && stats.isDirectory()) {
      continue;
    }
    if (stats.isSymbolicLink()) {
      throw new InputError(
        `"${parts
          .slice(0, count)
          .join(
            '/',
          )}" of the service is a symbolic link; expected a file or a folder.`,
      );
    }
    if (!isLast || !stats.isFile()) {
      return 'blocked';
    }
    if (stats.size > MOST_BYTES) {
      throw new InputError(
        `"${path}" of the service has ${stats.size} bytes; expected at most ${MOST_BYTES} in a file of the golden path.`,
      );
    }
    return {
      bytes: readFileSync(place),
      executable: (stats.mode & OWNER_MAY_EXECUTE) !== 0,
    };
  }
  return 'absent';
}
