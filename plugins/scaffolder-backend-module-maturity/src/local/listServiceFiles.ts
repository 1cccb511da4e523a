import fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import git from 'isomorphic-git';

/** Folders that nobody edits, and that may hold more files than all the rest. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export interface ListServiceOptions {
  /** Absolute path of the service. */
  dir: string;
  /** Number of files above which the listing is refused. */
  most: number;
  signal?: AbortSignal;
}

/**
 * Paths of the files of a service, relative to it and in order: all that its `.gitignore` files do not
 * ignore, without `.git` and `node_modules`. Throws an InputError when there is a symbolic link or
 * another thing that is neither file nor folder, and when there are too many files.
 */
export async function listServiceFiles(
  options: ListServiceOptions,
): Promise<string[]> {
  const { dir, most, signal } = options;
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    signal?.throwIfAborted();
    const found = await readdir(path.join(dir, folder), {
      withFileTypes: true,
    });
    for (const each of found) {
      if (LEFT_OUT.has(each.name)) continue;
      const file = path.posix.join(folder, each.name);
      // A rule such as `dist/` is only about folders; the slash says that this is one.
      const filepath = each.isDirectory() ? `${file}/` : file;
      if (await git.isIgnored({ fs, dir, filepath })) continue;
      if (each.isDirectory()) {
        await walk(file);
      } else if (each.isFile()) {
        files.push(file);
        if (files.length > most) {
          throw new InputError(
            `The service holds more than ${most} files; expected fewer, or the names of those that are needed.`,
          );
        }
      } else {
        throw new InputError(
          `"${file}" of the service is neither a file nor a folder; expected nothing else, and no symbolic links.`,
        );
      }
    }
  };
  await walk('');
  return files.sort();
}
