import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';

/**
 * Paths of all files below a folder, relative to it and in order; the folder `.git` at its top is left
 * out. Throws an InputError when there is anything but files and folders, such as a symbolic link.
 */
export async function listFiles(
  root: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    signal?.throwIfAborted();
    const found = await readdir(path.join(root, folder), {
      withFileTypes: true,
    });
    for (const each of found) {
      const file = path.join(folder, each.name);
      if (file === '.git') continue;
      if (each.isDirectory()) await walk(file);
      else if (each.isFile()) files.push(file);
      else {
        throw new InputError(
          `"${file}" in the workspace is neither a file nor a folder; expected nothing else, and no symbolic links.`,
        );
      }
    }
  };
  await walk('');
  return files.sort();
}
