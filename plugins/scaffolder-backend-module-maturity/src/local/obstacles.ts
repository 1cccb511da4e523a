import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, isError } from '@backstage/errors';

type Kind = 'file' | 'folder' | 'special file';

/** What stands at a place, with no link followed; undefined when nothing does. */
export async function kindAt(place: string): Promise<Kind | undefined> {
  try {
    const stats = await lstat(place);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : 'special file';
  } catch (error) {
    if (isError(error) && ['ENOENT', 'ENOTDIR'].includes(`${error.code}`)) {
      return undefined;
    }
    throw error;
  }
}

/** Every place that files need, and what has to stand there if anything does. */
function placesOf(files: readonly string[]): ReadonlyMap<string, Kind> {
  const places = new Map<string, Kind>();
  for (const file of files) {
    const parts = file.split(path.sep);
    for (let length = 1; length < parts.length; length++) {
      places.set(parts.slice(0, length).join(path.sep), 'folder');
    }
    places.set(file, 'file');
  }
  return places;
}

/**
 * Rejects with a ConflictError when something else stands where a file goes. A link on the way would
 * lead out of the folder, and a folder cannot be replaced by a file.
 */
export async function refuseObstacles(
  dir: string,
  files: readonly string[],
): Promise<void> {
  for (const [place, wanted] of placesOf(files)) {
    const found = await kindAt(path.join(dir, place));
    if (found === 'special file') {
      throw new ConflictError(
        `"${place}" of the service is a symbolic link or another special file; expected a ${wanted}.`,
      );
    }
    if (found !== undefined && found !== wanted) {
      throw new ConflictError(
        `"${place}" of the service is a ${found}; expected a ${wanted}, as it is in the workspace.`,
      );
    }
  }
}
