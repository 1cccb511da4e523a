import { createHash } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { readFileTree } from '@backstage-maturity/cli/files';
import type { FileTree } from '@backstage-maturity/plugin-maturity-common';
import { TreeFault } from './TreeFault';

/** Largest file that is read, as on the command line. */
const LARGEST_FILE = 2 * 1024 * 1024;

async function safeFolder(root: string, name: string): Promise<string> {
  const folder = path.join(root, name);
  try {
    const isFolder = (await lstat(folder)).isDirectory();
    const real = await realpath(folder);
    if (isFolder && real === path.join(await realpath(root), name)) return real;
  } catch (cause) {
    throw new TreeFault('The folder of the service is gone.', 'passing', {
      cause,
    });
  }
  throw new TreeFault(
    'The folder of the service is a link, and links are not followed.',
    'lasting',
  );
}

/**
 * The files of a direct sub-folder of the root, as the command line sees them, with a hash that differs
 * when any of them was written.
 *
 * @throws TreeFault when there is no such folder, or it is a link
 */
export async function readLocalTree(options: {
  root: string;
  name: string;
  maxFiles: number;
}): Promise<{ etag: string; tree: FileTree }> {
  const { root, name, maxFiles } = options;
  const folder = await safeFolder(root, name);
  const tree = readFileTree(folder, { files: maxFiles, bytes: LARGEST_FILE });
  const sum = createHash('sha1');
  sum.update(JSON.stringify([tree.complete, tree.git ?? null]));
  for (const each of tree.paths) {
    // One that is deleted at this moment is missing from the next listing.
    const stats = await lstat(path.join(folder, each)).catch(() => undefined);
    sum.update(`\n${each}\0${stats?.size}\0${stats?.mtimeMs}\0${stats?.ino}`);
  }
  return { etag: sum.digest('base64url'), tree };
}
