import fs from 'node:fs';
import { relative, sep } from 'node:path';
import { ConflictError } from '@backstage/errors';
import git from 'isomorphic-git';
import { findWorkTree } from '../load/Ignored';
import { commonGitFolder } from '../repository/gitWorkTree';
import { blobId } from './files';

const MOST_SHOWN = 5;

/** Reads the bytes of a file that a repository has held, by the id of git; undefined when it has not. */
export function objectsOf(
  folder: string,
): (id: string) => Promise<Buffer | undefined> {
  const root = findWorkTree(folder);
  const gitdir = root === undefined ? undefined : commonGitFolder(root);
  const cache = {};
  return async id => {
    if (gitdir === undefined) {
      return undefined;
    }
    const found = await git
      .readBlob({ fs, gitdir, oid: id, cache })
      .catch(() => undefined);
    const bytes = found && Buffer.from(found.blob);
    return bytes && blobId(bytes) === id ? bytes : undefined;
  };
}

/**
 * Makes sure that what is changed can be taken back with git.
 *
 * @throws ConflictError when the folder lies in no git work tree, or holds changes that are not committed
 */
export async function requireCleanWorkTree(
  folder: string,
  shown: string,
): Promise<void> {
  const dir = findWorkTree(folder);
  if (dir === undefined) {
    throw new ConflictError(
      `"${shown}" lies in no git repository, so that nothing could be taken back; expected one, or --force.`,
    );
  }
  const below = relative(dir, folder).split(sep).join('/');
  const rows = await git
    .statusMatrix({ fs, dir, filepaths: [below === '' ? '.' : below] })
    .catch((error: unknown) => {
      throw new ConflictError(
        `The state of the git repository "${dir}" cannot be read: ${error}. Use --force when all is committed.`,
      );
    });
  const changed = rows
    // A file that git does not know is in nobody's way: one at the place of a new file becomes a conflict.
    .filter(([, head, , stage]) => head === 1 || stage !== 0)
    .filter(([, head, workdir, stage]) =>
      [head, workdir, stage].some(state => state !== 1),
    )
    .map(([path]) => path);
  if (changed.length > 0) {
    const more = changed.length - MOST_SHOWN;
    throw new ConflictError(
      `These files of "${shown}" have changes that are not committed: ${changed
        .slice(0, MOST_SHOWN)
        .join(', ')}${
        more > 0 ? ` and ${more} more` : ''
      }. Commit them first, or use --force.`,
    );
  }
}
