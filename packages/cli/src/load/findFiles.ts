import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { glob } from 'tinyglobby';
import { isWithin } from './boundary';
import { Ignored, ignoreRoot } from './Ignored';
import { lookAt } from './lookAt';
import { DASH, inputPath } from './readInput';

/** The file of a Helm chart, or a template of one. */
const CHART = /^Chart\.yaml(?:\.\w+)?$/;

/** A file to read, and whether a person named exactly this one. */
export interface FoundFile {
  path: string;
  explicit: boolean;
  /** Folder that a person named, or that of the file: what `Location` targets may not leave outside of a work tree. */
  base: string;
}

/**
 * The catalog files that paths mean. A file is itself, whatever ignores it. A folder means every YAML file
 * below it, and links to such that stay inside, without what git ignores, `node_modules`, dot folders, and
 * templates of Helm charts, which are not YAML. A glob means the YAML files that it matches, with the same exceptions. A folder that may not be
 * listed stands for itself, so that reading it says so, and so does a path or a link that cannot be looked at.
 * `-` is standard input.
 *
 * @throws InputError when a path or a glob matches nothing
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  ignored: Ignored = new Ignored(),
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    if (path.trim() === '') {
      throw new InputError(
        'A path is empty. A catalog file, a folder or a pattern was expected.',
      );
    }
    if (path === DASH) {
      found.push({ path: inputPath(path, cwd), explicit: true, base: cwd });
      continue;
    }
    const absolute = resolve(cwd, path);
    const look = lookAt(absolute);
    const isOdd = !look.stats && !look.isMissing;
    if (look.stats?.isDirectory()) {
      const root = ignoreRoot(absolute);
      for (const file of yamlFilesIn(absolute, { ignored, root, files: [] })) {
        found.push({ path: file, explicit: file === absolute, base: absolute });
      }
    } else if (look.stats || (isOdd && !isGlob(path))) {
      found.push({
        path: absolute,
        explicit: true,
        base: resolve(absolute, '..'),
      });
    } else if (isGlob(path)) {
      const files = await matchGlob(path, cwd, ignored);
      if (files.length === 0) {
        throw new InputError(
          `The pattern "${path}" matches no YAML file below "${cwd}". Name a file, a folder or a pattern of catalog files.`,
        );
      }
      for (const file of files) {
        found.push({ path: file, explicit: false, base: cwd });
      }
    } else {
      throw new InputError(
        `The path "${path}" does not exist. A catalog file, a folder or a pattern was expected.`,
      );
    }
  }
  return found;
}

export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** Files that a pattern matches, sorted, without what git ignores. */
export async function matchGlob(
  pattern: string,
  cwd: string,
  ignored: Ignored,
): Promise<string[]> {
  const files = await glob(pattern.replace(/\\/g, '/'), {
    cwd,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
  });
  const root = ignoreRoot(cwd);
  return files
    .map(file => resolve(file))
    .filter(file => {
      // A pattern may begin with `../`, and then other rules apply than those of this folder.
      const isInside = file.startsWith(root + sep);
      const rules = isInside ? root : ignoreRoot(dirname(file));
      return (
        isYaml(file) && !ignored.has(file, { root: rules, isFolder: false })
      );
    })
    .sort();
}

interface Walk {
  ignored: Ignored;
  /** Where ignore rules begin. */
  root: string;
  files: string[];
}

function yamlFilesIn(folder: string, walk: Walk): string[] {
  const { ignored, root, files } = walk;
  const entries = entriesOf(folder);
  if (!entries) {
    files.push(folder);
    return files;
  }
  const isChart = entries.some(entry => CHART.test(entry.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isLeftOut =
        entry.name.startsWith('.') ||
        entry.name === 'node_modules' ||
        (isChart && entry.name === 'templates');
      if (!isLeftOut && !ignored.excludes(path, { root, isFolder: true })) {
        yamlFilesIn(path, walk);
      }
    } else if (
      isYaml(entry.name) &&
      (entry.isFile() || isReadLink(path, { entry, root })) &&
      !ignored.excludes(path, { root, isFolder: false })
    ) {
      files.push(path);
    }
  }
  return files;
}

/** A link to a file inside, or one of which reading it says why it leads nowhere; one to nothing is passed over. */
function isReadLink(
  path: string,
  { entry, root }: { entry: Dirent; root: string },
): boolean {
  if (!entry.isSymbolicLink()) {
    return false;
  }
  const look = lookAt(path);
  return look.stats
    ? look.stats.isFile() && isWithin(path, root)
    : !look.isMissing;
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return undefined;
  }
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
