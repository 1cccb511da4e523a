import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

/** A file that is ready on the same disk, and where it goes. */
export interface Replacement {
  /** Undefined where a file only goes away. */
  ready: string | undefined;
  target: string;
  /** A copy of what stands at the target; undefined when nothing does. */
  before: string | undefined;
}

/** The folders that were made on the way to a path, the deepest first. */
function madeFolders(first: string, folder: string): string[] {
  const made = [folder];
  while (made[made.length - 1] !== first) {
    made.push(path.dirname(made[made.length - 1]));
  }
  return made;
}

/**
 * Moves files into their places, and those away that go, all of them or none. What needs room on the disk, the folders, is made
 * first; a move needs none. When one fails, those before it are taken back.
 */
export async function replaceAll(
  replacements: readonly Replacement[],
): Promise<void> {
  const folders: string[] = [];
  const done: Replacement[] = [];
  try {
    for (const { target } of replacements) {
      const folder = path.dirname(target);
      const first = await mkdir(folder, { recursive: true });
      if (first !== undefined) folders.unshift(...madeFolders(first, folder));
    }
    for (const replacement of replacements) {
      const { ready, target } = replacement;
      if (ready === undefined) await rm(target);
      else await rename(ready, target);
      done.push(replacement);
    }
  } catch (error) {
    for (const { target, before } of done.reverse()) {
      if (before === undefined) await rm(target, { force: true });
      else await rename(before, target);
    }
    for (const folder of folders) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}
