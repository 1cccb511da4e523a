import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export interface CopyOptions {
  from: string;
  to: string;
  /** Relative paths. */
  files: readonly string[];
  signal?: AbortSignal;
}

/** Copies files with their permissions into a folder that nobody else sees yet. */
export async function copyFiles(options: CopyOptions): Promise<void> {
  const { from, to, files, signal } = options;
  for (const file of files) {
    signal?.throwIfAborted();
    const target = path.join(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(from, file), target);
  }
}

/**
 * Puts files into a folder that is in use. All of them are written beside their places first, where a
 * full disk does no harm, and only then moved into place.
 */
export async function replaceFiles(
  options: CopyOptions & { suffix: string },
): Promise<void> {
  const { from, to, files, signal, suffix } = options;
  const written: string[] = [];
  try {
    for (const file of files) {
      signal?.throwIfAborted();
      const target = path.join(to, file);
      await mkdir(path.dirname(target), { recursive: true });
      written.push(target + suffix);
      await copyFile(path.join(from, file), target + suffix);
    }
  } catch (error) {
    await Promise.all(written.map(each => rm(each, { force: true })));
    throw error;
  }
  for (const file of files) {
    const target = path.join(to, file);
    await rename(target + suffix, target);
  }
}
