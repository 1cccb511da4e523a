import { copyFile, mkdir } from 'node:fs/promises';
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
