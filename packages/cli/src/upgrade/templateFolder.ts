import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileContent, FileSet } from './files';

const MOST_FILES = 5_000;
const MOST_BYTES = 50 * 1024 * 1024;
const OWNER_MAY_EXECUTE = 0o100;

/** A folder of templates with the layers that they render, on a disk or in a commit. */
export interface TemplateFolder {
  /** As shown in messages. */
  readonly name: string;
  /** Names of the files at its top. */
  names(): Promise<readonly string[]>;
  /** A file at its top. */
  read(name: string): Promise<Buffer>;
  /** All files below a folder of it, by their path in that folder; refuses links. */
  layer(path: string): Promise<FileSet>;
}

/** Counts what is read, so that a folder that is no layer ends soon. */
export class Allowance {
  private files = 0;
  private bytes = 0;

  take(bytes: number, path: string): void {
    this.files += 1;
    this.bytes += bytes;
    if (this.files > MOST_FILES || this.bytes > MOST_BYTES) {
      throw new InputError(
        `The layer "${path}" holds more than ${MOST_FILES} files or ${MOST_BYTES} bytes; expected the files of a service.`,
      );
    }
  }
}

/** A path of a layer as its parts; throws an InputError when it leaves the folder. */
export function layerParts(path: string): readonly string[] {
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  if (path.startsWith('/') || /[\\\0]/.test(path) || parts.includes('..')) {
    throw new InputError(
      `The layer ${JSON.stringify(
        path,
      )} lies outside of the templates; expected a path below their folder, such as "./skeletons/common".`,
    );
  }
  return parts;
}

export function refuseLink(path: string): never {
  throw new InputError(
    `"${path}" of the templates is neither a file nor a folder; expected nothing else, and no symbolic links.`,
  );
}

/**
 * A folder of templates on the disk.
 *
 * @throws InputError when there is none
 */
export function templatesOnDisk(folder: string): TemplateFolder {
  let root: string;
  try {
    root = realpathSync(folder);
    readdirSync(root);
  } catch {
    throw new InputError(
      `There is no folder "${folder}"; expected the folder of the templates.`,
    );
  }
  const read = (path: string): FileContent => {
    const stats = lstatSync(path);
    return stats.isFile()
      ? {
          bytes: readFileSync(path),
          executable: (stats.mode & OWNER_MAY_EXECUTE) !== 0,
        }
      : refuseLink(path);
  };
  return {
    name: folder,
    names: async () =>
      readdirSync(root, { withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => entry.name)
        .sort(),
    read: async name => read(join(root, name)).bytes,
    layer: async path => {
      const files = new Map<string, FileContent>();
      const allowance = new Allowance();
      const walk = (at: string, inside: string) => {
        for (const entry of readdirSync(at, { withFileTypes: true })) {
          const place = join(at, entry.name);
          const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
          if (entry.isDirectory()) {
            walk(place, file);
          } else {
            const content = read(place);
            allowance.take(content.bytes.length, path);
            files.set(file, content);
          }
        }
      };
      const parts = layerParts(path);
      parts.forEach((_, index) => {
        const place = join(root, ...parts.slice(0, index + 1));
        const stats = lstatSync(place, { throwIfNoEntry: false });
        if (stats === undefined) {
          throw new InputError(
            `There is no layer "${path}" in "${folder}"; expected a folder.`,
          );
        }
        if (!stats.isDirectory()) {
          refuseLink(place);
        }
      });
      walk(join(root, ...parts), '');
      return files;
    },
  };
}
