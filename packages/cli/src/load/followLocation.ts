import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { isWithin, sharedFolder } from './boundary';
import { isGlob, matchGlob } from './findFiles';
import { findWorkTree } from './Ignored';
import type { Ignored } from './Ignored';
import { isRecord } from './rawEntity';
import { shownPath } from './shownPath';

const URL = /^[a-z][a-z\d+.-]+:\/\//i;

/** What a target of a Location leads to. */
export interface Target {
  target: string;
  /** Where the target stands in the entity. */
  path: readonly string[];
  files: readonly string[];
  /** An address, which is not read. */
  isUrl: boolean;
  /** Why a file is not read, as phrases that go after the target. */
  faults: readonly string[];
}

/**
 * Follows the relative targets of a Location. They may not leave the git work tree of the file; where there
 * is none, no folder is the root, so `../` is followed, but no link out of where it leads. A target that is
 * not there is a fault unless the Location says that its targets are optional.
 */
export async function followLocation(
  entity: Entity,
  from: { path: string; base: string; cwd: string; ignored: Ignored },
): Promise<Target[]> {
  const isOptional = entity.spec?.presence === 'optional';
  const followed: Target[] = [];
  for (const { target, path } of targetsOf(entity)) {
    if (URL.test(target)) {
      followed.push({ target, path, files: [], isUrl: true, faults: [] });
    } else {
      const { files, faults } = await filesOf(target, { ...from, isOptional });
      followed.push({ target, path, files, isUrl: false, faults });
    }
  }
  return followed;
}

function targetsOf(
  entity: Entity,
): { target: string; path: readonly string[] }[] {
  const spec = isRecord(entity.spec) ? entity.spec : {};
  const { target, targets } = spec;
  const listed = Array.isArray(targets) ? targets : [];
  return [
    { target, path: ['spec', 'target'] },
    ...listed.map((each, index) => ({
      target: each,
      path: ['spec', 'targets', String(index)],
    })),
  ].flatMap(({ target: each, path }) =>
    typeof each === 'string' ? [{ target: each, path }] : [],
  );
}

async function filesOf(
  target: string,
  from: {
    path: string;
    base: string;
    cwd: string;
    ignored: Ignored;
    isOptional: boolean;
  },
): Promise<{ files: string[]; faults: string[] }> {
  const folder = dirname(from.path);
  const path = resolve(folder, target);
  const tree = findWorkTree(folder);
  const boundary = tree ?? sharedFolder(from.base, dirname(path));
  const isPattern =
    isGlob(target) && !statSync(path, { throwIfNoEntry: false });
  const found = isPattern
    ? await matchGlob(target, folder, from.ignored)
    : [path];
  const files: string[] = [];
  const faults: string[] = [];
  if (found.length === 0 && !from.isOptional) {
    faults.push('matches no YAML file');
  }
  for (const file of found) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!isWithin(file, boundary)) {
      const what = tree === undefined ? 'folder' : 'git work tree';
      faults.push(`leaves the ${what} "${shownPath(from.cwd, boundary)}"`);
    } else if (stats?.isDirectory()) {
      faults.push('is a folder');
    } else if (stats) {
      files.push(file);
    } else if (!from.isOptional) {
      faults.push('does not exist');
    }
  }
  return { files, faults };
}
