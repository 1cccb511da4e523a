import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  rmdir,
} from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, isError } from '@backstage/errors';
import { copyFiles } from './copyFiles';
import { kindAt, refuseObstacles } from './obstacles';
import { type Replacement, replaceAll } from './replaceAll';
import {
  type Author,
  commitFiles,
  readNewestCommit,
  type Work,
} from './repository';

export interface UpdateOptions {
  /** Folder of all services. */
  root: string;
  /** A parsed name. */
  name: string;
  /** Folder of the new files. */
  from: string;
  /** Relative paths of the new files. */
  files: readonly string[];
  /** Relative paths of files that go; those that are not there are passed over. */
  remove: readonly string[];
  message: string;
  author: Author;
  work: Work;
  signal?: AbortSignal;
}

/** Makes the folder in which a change is made ready. Its name keeps a second run away from the service. */
async function claim(staging: string, name: string): Promise<void> {
  try {
    await mkdir(staging);
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw new ConflictError(
        `The service "${name}" is being changed by another task; expected none. Run it again when that one has ended.`,
      );
    }
    throw error;
  }
}

async function requireRepository(dir: string, name: string): Promise<void> {
  const isRepository = (await kindAt(path.join(dir, '.git'))) === 'folder';
  if (!isRepository || !(await readNewestCommit(dir))) {
    throw new ConflictError(
      `The folder of the service "${name}" is no git repository with a commit; expected one, so that nothing is lost by an update.`,
    );
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  if ((await kindAt(other)) === undefined) return false;
  return (await readFile(one)).equals(await readFile(other));
}

/** What a commit changed in a copy of the history: objects that are new, and what refers to them. */
async function changedHistory(copy: string, history: string) {
  const entries = await readdir(copy, { withFileTypes: true, recursive: true });
  const objects: string[] = [];
  const others: string[] = [];
  for (const entry of entries.filter(each => each.isFile())) {
    const place = path.join(entry.parentPath, entry.name);
    const file = path.relative(copy, place);
    const target = path.join(history, file);
    // An object is named by its content.
    if (file.startsWith(`objects${path.sep}`)) {
      if ((await kindAt(target)) === undefined) objects.push(file);
    } else if (!(await isSame(place, target))) {
      others.push(file);
    }
  }
  return { objects, others };
}

async function presentFiles(
  dir: string,
  files: readonly string[],
): Promise<string[]> {
  const kinds = await Promise.all(
    files.map(file => kindAt(path.join(dir, file))),
  );
  return files.filter((_, index) => kinds[index] === 'file');
}

/** Git keeps no folders, so those that held nothing else go with their files. */
async function removeEmptyFolders(
  dir: string,
  removed: readonly string[],
): Promise<void> {
  for (const file of removed) {
    let folder = path.dirname(file);
    while (folder !== '.') {
      const isGone = await rmdir(path.join(dir, folder)).then(
        () => true,
        () => false,
      );
      if (!isGone) break;
      folder = path.dirname(folder);
    }
  }
}

/**
 * Puts files into a service that exists, removes others, and commits that; gives the id of the commit. All of it is made
 * ready in a hidden folder beside the services first, where a full disk and a cancelled task do no harm,
 * and only then moved into place. The branch moves last, so that a service whose newest commit is there
 * has its files as well.
 *
 * @throws ConflictError when it is no repository, something else stands where a file goes, or another
 *   task is changing it
 */
export async function updateService(options: UpdateOptions): Promise<string> {
  const { root, name, from, files, remove, signal, ...commit } = options;
  const dir = path.join(root, name);
  const history = path.join(dir, '.git');
  const staging = path.join(root, `.updating-${name}`);
  const newFiles = path.join(staging, 'files');
  const newHistory = path.join(staging, 'history');
  const prepare = async (
    within: readonly string[],
    places: { ready?: string; target: string },
  ): Promise<Replacement[]> => {
    const prepared: Replacement[] = [];
    for (const file of within) {
      const target = path.join(places.target, file);
      const isThere = (await kindAt(target)) !== undefined;
      const before = isThere
        ? path.join(staging, 'before', path.relative(dir, target))
        : undefined;
      if (before !== undefined) {
        await mkdir(path.dirname(before), { recursive: true });
        await copyFile(target, before);
      }
      const ready = places.ready && path.join(places.ready, file);
      prepared.push({ ready, target, before });
    }
    return prepared;
  };
  await claim(staging, name);
  try {
    await requireRepository(dir, name);
    await refuseObstacles(dir, [...files, ...remove]);
    const removed = await presentFiles(dir, remove);
    await copyFiles({ from, to: newFiles, files, signal });
    await cp(history, newHistory, { recursive: true });
    const id = await commitFiles({
      ...commit,
      dir: newFiles,
      gitdir: newHistory,
      files,
      removed,
    });
    const { objects, others } = await changedHistory(newHistory, history);
    const ofHistory = { ready: newHistory, target: history };
    const replacements = [
      ...(await prepare(objects, ofHistory)),
      ...(await prepare(files, { ready: newFiles, target: dir })),
      ...(await prepare(removed, { target: dir })),
      ...(await prepare(others, ofHistory)),
    ];
    signal?.throwIfAborted();
    await replaceAll(replacements);
    await removeEmptyFolders(dir, removed);
    return id;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
