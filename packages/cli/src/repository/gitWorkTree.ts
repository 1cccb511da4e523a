import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { findWorkTree } from '../load/Ignored';
import { lookAt } from '../load/lookAt';

/**
 * The git work tree that a folder lies in, when it has at least one commit, read from git's own files so
 * that no git program is needed. The remote is that of `origin`, else the first; credentials in its
 * address are left out.
 */
export function readGitWorkTree(
  folder: string,
): { remote?: string } | undefined {
  const root = findWorkTree(folder);
  const gitFolder = root === undefined ? undefined : gitFolderOf(root);
  if (gitFolder === undefined || !hasCommit(gitFolder)) {
    return undefined;
  }
  const remote = remoteOf(join(commonFolderOf(gitFolder), 'config'));
  return remote === undefined ? {} : { remote };
}

/** `.git` is a folder, or in linked work trees a file that says where the folder is. */
function gitFolderOf(root: string): string | undefined {
  const path = join(root, '.git');
  if (lookAt(path).stats?.isDirectory()) {
    return path;
  }
  const target = /^gitdir:\s*(.+)$/m.exec(textOf(path) ?? '')?.[1].trim();
  if (target === undefined) {
    return undefined;
  }
  const resolved = isAbsolute(target) ? target : resolve(root, target);
  return existsSync(resolved) ? resolved : undefined;
}

/** Linked work trees share references and configuration with the main one. */
function commonFolderOf(gitFolder: string): string {
  const common = textOf(join(gitFolder, 'commondir'))?.trim();
  return common === undefined ? gitFolder : resolve(gitFolder, common);
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

function hasCommit(gitFolder: string): boolean {
  const head = textOf(join(gitFolder, 'HEAD'))?.trim() ?? '';
  const reference = /^ref:\s*(refs\/[^\0]+)$/.exec(head)?.[1];
  if (reference === undefined) {
    return COMMIT.test(head);
  }
  const common = commonFolderOf(gitFolder);
  const loose = textOf(
    join(common, ...reference.split('/').filter(part => part !== '..')),
  )?.trim();
  if (loose !== undefined) {
    return COMMIT.test(loose);
  }
  const packed = textOf(join(common, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .some(
      line =>
        line.endsWith(` ${reference}`) && COMMIT.test(line.split(' ', 1)[0]),
    );
}

function remoteOf(config: string): string | undefined {
  const remotes = new Map<string, string>();
  let section: string | undefined;
  for (const line of (textOf(config) ?? '').split(/\r?\n/)) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) {
      section = /^remote "(.+)"$/.exec(header)?.[1];
      continue;
    }
    const url = /^\s*url\s*=\s*(\S+)/.exec(line)?.[1];
    if (section !== undefined && url !== undefined && !remotes.has(section)) {
      remotes.set(section, url);
    }
  }
  const remote = remotes.get('origin') ?? [...remotes.values()][0];
  return remote?.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/@\s]*@/i, '$1');
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The folder that holds the objects of the git repository of a work tree; undefined when there is none. */
export function commonGitFolder(root: string): string | undefined {
  const gitFolder = gitFolderOf(root);
  return gitFolder === undefined ? undefined : commonFolderOf(gitFolder);
}
