import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { glob } from 'tinyglobby';
import { Ignored, ignoreRoot } from './Ignored';

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
 * below it, without what git ignores, `node_modules`, dot folders, and templates of Helm charts, which are
 * not YAML. A glob means the YAML files that it matches, with the same exceptions.
 *
 * @throws InputError when a path or a glob matches nothing
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
): Promise<FoundFile[]> {
  const ignored = new Ignored();
  const found: FoundFile[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      found.push(
        ...yamlFilesIn(absolute, { ignored, root: ignoreRoot(absolute) }).map(
          file => ({
            path: file,
            explicit: false,
            base: absolute,
          }),
        ),
      );
    } else if (stats) {
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
      found.push(
        ...files.map(file => ({ path: file, explicit: false, base: cwd })),
      );
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

function yamlFilesIn(
  folder: string,
  walk: { ignored: Ignored; root: string },
): string[] {
  const { ignored, root } = walk;
  const files: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const isChart = entries.some(entry => CHART.test(entry.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isLeftOut =
        entry.name.startsWith('.') ||
        entry.name === 'node_modules' ||
        (isChart && entry.name === 'templates');
      if (!isLeftOut && !ignored.excludes(path, { root, isFolder: true })) {
        files.push(...yamlFilesIn(path, walk));
      }
    } else if (
      entry.isFile() &&
      isYaml(entry.name) &&
      !ignored.excludes(path, { root, isFolder: false })
    ) {
      files.push(path);
    }
  }
  return files;
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
