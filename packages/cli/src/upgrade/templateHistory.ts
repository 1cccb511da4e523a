import fs from 'node:fs';
import { relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import git from 'isomorphic-git';
import { findWorkTree } from '../load/Ignored';
import { commonGitFolder } from '../repository/gitWorkTree';
import type { FileContent } from './files';
import { readTemplate } from './readTemplate';
import {
  Allowance,
  layerParts,
  refuseLink,
  type TemplateFolder,
} from './templateFolder';

/** Commits that are looked at for an older version. */
const MOST_COMMITS = 2_000;
const FILE = '100644';
const EXECUTABLE = '100755';

/** Where the history of a folder is kept, and the place of the folder in it. */
export interface History {
  gitdir: string;
  prefix: readonly string[];
}

/** The history that a folder lies in; undefined when it lies in none. */
export function historyOf(folder: string): History | undefined {
  if (!fs.existsSync(folder)) {
    return undefined;
  }
  const real = fs.realpathSync(folder);
  const root = findWorkTree(real);
  const gitdir = root === undefined ? undefined : commonGitFolder(root);
  if (root === undefined || gitdir === undefined) {
    return undefined;
  }
  const prefix = relative(root, real)
    .split(sep)
    .filter(part => part !== '');
  return { gitdir, prefix };
}

/** The templates as a commit holds them. */
function templatesInCommit(
  history: History,
  commit: { oid: string; shown: string; cache: object },
): TemplateFolder {
  const { gitdir, prefix } = history;
  const { oid, shown, cache } = commit;
  const treeAt = async (parts: readonly string[]) => {
    const filepath = [...prefix, ...parts].join('/');
    try {
      const place = filepath === '' ? {} : { filepath };
      return (await git.readTree({ fs, gitdir, oid, cache, ...place })).tree;
    } catch (error) {
      if (error instanceof git.Errors.NotFoundError) {
        throw new InputError(
          `There is no folder "${filepath}" in the commit "${shown}"; expected the templates there.`,
        );
      }
      throw error;
    }
  };
  const blob = async (id: string) =>
    Buffer.from((await git.readBlob({ fs, gitdir, oid: id, cache })).blob);
  return {
    name: shown,
    names: async () =>
      (await treeAt([]))
        .filter(({ type }) => type === 'blob')
        .map(({ path }) => path)
        .sort(),
    read: async name => {
      const entry = (await treeAt([])).find(({ path }) => path === name);
      if (entry === undefined || entry.type !== 'blob') {
        throw new InputError(`There is no file "${name}" in "${shown}".`);
      }
      return blob(entry.oid);
    },
    layer: async path => {
      const files = new Map<string, FileContent>();
      const allowance = new Allowance();
      const walk = async (parts: readonly string[], inside: string) => {
        for (const entry of await treeAt(parts)) {
          const file = inside === '' ? entry.path : `${inside}/${entry.path}`;
          if (entry.type === 'tree') {
            await walk([...parts, entry.path], file);
          } else if (entry.mode === FILE || entry.mode === EXECUTABLE) {
            const bytes = await blob(entry.oid);
            allowance.take(bytes.length, path);
            files.set(file, { bytes, executable: entry.mode === EXECUTABLE });
          } else {
            refuseLink(file);
          }
        }
      };
      await walk(layerParts(path), '');
      return files;
    },
  };
}

async function commitOf(
  { gitdir }: History,
  ref: string,
): Promise<string | undefined> {
  for (const resolve of [
    () => git.resolveRef({ fs, gitdir, ref }),
    () => git.expandOid({ fs, gitdir, oid: ref }),
  ]) {
    try {
      return await resolve();
    } catch {
      // The other way is tried.
    }
  }
  return undefined;
}

/**
 * The templates at a branch, a tag or a commit of the history that their folder lies in.
 *
 * @throws InputError when there is no such history or commit
 */
export async function templatesAtRef(
  folder: string,
  ref: string,
): Promise<TemplateFolder> {
  const history = historyOf(folder);
  if (history === undefined) {
    throw new InputError(
      `"${ref}" is no folder, and "${folder}" lies in no git repository; expected the folder of the older templates, or a tag, a branch or a commit of the repository that the templates lie in.`,
    );
  }
  const oid = await commitOf(history, ref);
  if (oid === undefined) {
    throw new InputError(
      `"${ref}" is neither a folder nor a tag, a branch or a commit of the repository that "${folder}" lies in; expected one that holds the older templates.`,
    );
  }
  return templatesInCommit(history, { oid, shown: ref, cache: {} });
}

/**
 * The templates as the newest commit held them that had a version of one of them; undefined when no
 * commit is found.
 */
export async function templatesOfVersion(
  folder: string,
  wanted: { file: string; template: string; version: string },
): Promise<TemplateFolder | undefined> {
  const history = historyOf(folder);
  if (history === undefined) {
    return undefined;
  }
  const { gitdir, prefix } = history;
  const cache = {};
  const filepath = [...prefix, wanted.file].join('/');
  const seen = new Set<string>();
  const log = await git
    .log({ fs, gitdir, cache, depth: MOST_COMMITS })
    .catch(() => []);
  for (const { oid } of log) {
    const file = await git
      .readBlob({ fs, gitdir, oid, filepath, cache })
      .catch(() => undefined);
    if (file === undefined || seen.has(file.oid)) {
      continue;
    }
    seen.add(file.oid);
    const template = readTemplate(Buffer.from(file.blob), wanted.file);
    if (
      template?.ref === wanted.template &&
      template.version === wanted.version
    ) {
      const shown = oid.slice(0, 10);
      return templatesInCommit(history, { oid, shown, cache });
    }
  }
  return undefined;
}
