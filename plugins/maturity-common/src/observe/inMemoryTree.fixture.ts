import type { FileTree } from './types';

/** A file tree of the given texts. */
export function treeOf(
  files: Readonly<Record<string, string>>,
  git?: FileTree['git'],
): FileTree {
  const contents = new Map(Object.entries(files));
  return {
    paths: [...contents.keys()],
    complete: true,
    read: async path => contents.get(path),
    git,
  };
}
