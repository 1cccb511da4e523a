import { realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** The deepest folder that holds both. */
export function sharedFolder(one: string, other: string): string {
  let folder = one;
  while (
    !`${other}${sep}`.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  ) {
    const parent = dirname(folder);
    if (parent === folder) return folder;
    folder = parent;
  }
  return folder;
}

/** Whether a path lies in a folder, with links followed as far as they exist. */
export function isWithin(path: string, folder: string): boolean {
  try {
    const real = realpathSync(path);
    const root = realpathSync(folder);
    return `${real}${sep}`.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return `${path}${sep}`.startsWith(folder + sep);
  }
}
