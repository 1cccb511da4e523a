import {
  openSync,
  readSync,
  closeSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileTree } from '@backstage-maturity/plugin-maturity-common';
import { Ignored, ignoreRoot } from '../load/Ignored';
import { lookAt } from '../load/lookAt';
import { readGitWorkTree } from './gitWorkTree';

/**
 * How much of a folder is looked at.
 *
 * @public
 */
export interface FileTreeLimits {
  /** Most files that are listed; absence proves nothing when there are more. */
  files: number;
  /** Largest file that is read, in bytes. */
  bytes: number;
}

const LIMITS: FileTreeLimits = { files: 50_000, bytes: 2 * 1024 * 1024 };

/**
 * The files of a folder as the engine sees them: without what git ignores, `.git` and `node_modules`.
 * Links to folders are not followed; links to files are, when they stay inside the folder.
 *
 * @throws InputError when the path is no folder
 *
 * @public
 */
export function readFileTree(
  folder: string,
  limits: FileTreeLimits = LIMITS,
): FileTree {
  const root = resolve(folder);
  if (!lookAt(root).stats?.isDirectory()) {
    throw new InputError(
      `"${folder}" is not a folder; --repo expects the folder of a repository.`,
    );
  }
  const realRoot = realpathSync(root);
  const paths: string[] = [];
  const complete = collect(root, {
    root,
    realRoot,
    paths,
    ignored: new Ignored(),
    workTree: ignoreRoot(root),
    limit: limits.files,
  });
  const listed = new Set(paths);
  return {
    paths: [...paths].sort(),
    complete,
    read: async path =>
      listed.has(path)
        ? readText(join(root, path), { realRoot, bytes: limits.bytes })
        : undefined,
    git: readGitWorkTree(root),
  };
}

interface Walk {
  root: string;
  realRoot: string;
  paths: string[];
  ignored: Ignored;
  /** Where ignore rules begin. */
  workTree: string;
  limit: number;
}

/** False when the limit was reached. */
function collect(folder: string, walk: Walk): boolean {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isLeftOut =
        entry.name === '.git' ||
        entry.name === 'node_modules' ||
        walk.ignored.excludes(path, { root: walk.workTree, isFolder: true });
      if (!isLeftOut && !collect(path, walk)) {
        return false;
      }
    } else if (
      isFile(path, { entry, realRoot: walk.realRoot }) &&
      !walk.ignored.excludes(path, { root: walk.workTree, isFolder: false })
    ) {
      if (walk.paths.length >= walk.limit) {
        return false;
      }
      walk.paths.push(relative(walk.root, path).split(sep).join('/'));
    }
  }
  return true;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    // A folder that this user may not list shows nothing.
    return [];
  }
}

function isFile(
  path: string,
  options: { entry: Dirent; realRoot: string },
): boolean {
  const { entry, realRoot } = options;
  if (!entry.isSymbolicLink()) {
    return entry.isFile();
  }
  return isInside(path, realRoot) && lookAt(path).stats?.isFile() === true;
}

function isInside(path: string, realRoot: string): boolean {
  try {
    return realpathSync(path).startsWith(realRoot + sep);
  } catch {
    return false;
  }
}

/** Text of a file; undefined when it is too large, not text, or a link that leaves the folder. */
function readText(
  path: string,
  options: { realRoot: string; bytes: number },
): string | undefined {
  const { realRoot, bytes } = options;
  const size = lookAt(path).stats?.size;
  if (size === undefined || size > bytes || !isInside(path, realRoot)) {
    return undefined;
  }
  const buffer = Buffer.alloc(size);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // A file that this user may not read shows nothing.
    return undefined;
  }
  try {
    const read = readSync(file, buffer, 0, size, 0);
    const content = buffer.subarray(0, read);
    return content.subarray(0, 8_192).includes(0)
      ? undefined
      : content.toString('utf8');
  } finally {
    closeSync(file);
  }
}
