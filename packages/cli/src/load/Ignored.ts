import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { whyUnreadable } from './readInput';

/**
 * Answers what git would ignore: `.git/info/exclude`, and the `.gitignore` of every folder from the root of the work tree down to
 * the path, the nearest last, so that it can take back what one above it said. A file of rules that cannot be
 * read says nothing, as with git, and is kept in `unread`.
 */
export class Ignored {
  /** Files of rules that are there and could not be read, and why, as a phrase that goes after the path. */
  readonly unread: { path: string; why: string }[] = [];
  private readonly rules = new Map<string, Ignore | undefined>();

  /** True when git would ignore the file or folder, or a folder above it up to the root. */
  has(path: string, options: { root: string; isFolder: boolean }): boolean {
    const { root, isFolder } = options;
    const parts = relative(root, path).split(sep);
    let folder = root;
    for (let index = 0; index < parts.length; index += 1) {
      const part = join(folder, parts[index]);
      const isPartFolder = index < parts.length - 1 || isFolder;
      if (this.excludes(part, { root, isFolder: isPartFolder })) {
        return true;
      }
      folder = part;
    }
    return false;
  }

  /** The same for a path whose folder is known not to be ignored, as in a walk from above. */
  excludes(
    path: string,
    options: { root: string; isFolder: boolean },
  ): boolean {
    const { root, isFolder } = options;
    let verdict = false;
    for (const folder of foldersBetween(root, dirname(path))) {
      const rules = this.rulesOf(folder);
      const name = relative(folder, path).split(sep).join('/');
      const answer = rules?.test(isFolder ? `${name}/` : name);
      if (answer?.ignored) {
        verdict = true;
      } else if (answer?.unignored) {
        verdict = false;
      }
    }
    return verdict;
  }

  private rulesOf(folder: string): Ignore | undefined {
    if (!this.rules.has(folder)) {
      // What a clone ignores for itself comes before what all clones ignore.
      const texts = ['.git/info/exclude', '.gitignore']
        .map(name => join(folder, name))
        .filter(file => existsSync(file))
        .flatMap(file => this.textOf(file));
      this.rules.set(
        folder,
        texts.length > 0 ? ignore().add(texts.join('\n')) : undefined,
      );
    }
    return this.rules.get(folder);
  }

  private textOf(path: string): string[] {
    try {
      return [readFileSync(path, 'utf8')];
    } catch (error) {
      this.unread.push({ path, why: whyUnreadable(error) });
      return [];
    }
  }
}

/** Where ignore rules begin for a folder: its work tree, or the folder itself when it lies in none. */
export function ignoreRoot(folder: string): string {
  return findWorkTree(folder) ?? folder;
}

/** The nearest folder, upwards, that holds `.git`. */
export function findWorkTree(folder: string): string | undefined {
  let current = folder;
  for (;;) {
    if (existsSync(join(current, '.git'))) {
      return current;
    }
    const parent = dirname(current);
    if (parent === current) {
      return undefined;
    }
    current = parent;
  }
}

function foldersBetween(root: string, folder: string): string[] {
  const parts = relative(root, folder)
    .split(sep)
    .filter(part => part !== '');
  const folders = [root];
  for (const part of parts) {
    folders.push(join(folders[folders.length - 1], part));
  }
  return folders;
}
