import path from 'node:path';
import { InputError } from '@backstage/errors';

/**
 * Checked paths of files that go, relative to the service. Throws an InputError for a path that leads out
 * of the service or into its history, or at which a new file comes.
 */
export function pathsToRemove(
  given: readonly string[],
  files: readonly string[],
): string[] {
  const coming = new Set(files);
  const paths = given.map(text => {
    const file = path.normalize(text);
    const [first] = file.split(path.sep);
    const isInside =
      !path.isAbsolute(file) && !['', '.', '..', '.git'].includes(first);
    if (!isInside || file.endsWith(path.sep) || file.includes('\0')) {
      throw new InputError(
        `"remove" names ${JSON.stringify(
          text,
        )}; expected the path of a file within the service, and not of its history.`,
      );
    }
    if (coming.has(file)) {
      throw new InputError(
        `"remove" names ${JSON.stringify(
          text,
        )}, which is in the workspace as well; expected one of both.`,
      );
    }
    return file;
  });
  return [...new Set(paths)];
}
