import { dirname, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { isWithin, sharedFolder } from './boundary';
import { isGlob, matchGlob } from './findFiles';
import { findWorkTree } from './Ignored';
import type { Ignored } from './Ignored';
import { lookAt } from './lookAt';
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
 * is none, no folder is the root, so `../` is followed, but no link out of where it leads, and no `**` above or
 * beside the folder of the Location and the one that a person named: that would look at the whole machine. A target that is not there is a
 * fault unless the Location says that its targets are optional.
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
  const isPattern = isGlob(target) && !lookAt(path).stats;
  const start = isPattern ? patternStart(target, folder) : path;
  const tree = findWorkTree(folder);
  const boundary =
    tree ??
    (isPattern && target.includes('**') && !isWithin(start, folder)
      ? from.base
      : sharedFolder(from.base, isPattern ? start : dirname(path)));
  const what = tree === undefined ? 'folder' : 'git work tree';
  const leaves = `leaves the ${what} "${shownPath(from.cwd, boundary)}"`;
  if (isPattern && !isWithin(start, boundary)) {
    return { files: [], faults: [leaves] };
  }
  const found = isPattern
    ? await matchGlob(target, folder, from.ignored)
    : [path];
  const files: string[] = [];
  const faults = new Set<string>();
  if (found.length === 0 && !from.isOptional) {
    faults.add('matches no YAML file');
  }
  for (const file of found) {
    const look = lookAt(file);
    if (!isWithin(file, boundary)) {
      faults.add(leaves);
    } else if (look.stats?.isDirectory()) {
      faults.add('is a folder');
    } else if (look.stats) {
      files.push(file);
    } else if (!look.isMissing || !from.isOptional) {
      faults.add(look.why);
    }
  }
  return { files, faults: [...faults] };
}

/** The folder in which a search for a pattern begins: that of the part before the first wildcard. */
function patternStart(pattern: string, folder: string): string {
  const parts = pattern.replace(/\\/g, '/').split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  // An absolute pattern begins with an empty part.
  return resolve(
    folder,
    fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/'),
  );
}
