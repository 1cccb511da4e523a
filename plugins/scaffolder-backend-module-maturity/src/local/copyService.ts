import { constants } from 'node:fs';
import { lstat, mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError, NotFoundError } from '@backstage/errors';

export interface CopyServiceOptions {
  /** Absolute path of the service. */
  from: string;
  to: string;
  /** Paths relative to the service. */
  files: readonly string[];
  /** Total number of bytes above which the copy is refused. */
  mostBytes: number;
  signal?: AbortSignal;
}

/** Rejects when a part of the way to a file, or the file, is a symbolic link. */
async function refuseLinks(from: string, file: string): Promise<void> {
  const parts = file.split('/');
  for (let length = 1; length <= parts.length; length++) {
    const place = parts.slice(0, length).join('/');
    const stats = await lstat(path.join(from, place)).catch(() => undefined);
    if (stats?.isSymbolicLink()) {
      throw new InputError(
        `"${place}" of the service is a symbolic link; expected a file or a folder.`,
      );
    }
  }
}

async function readRegularFile(place: string, file: string, most: number) {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const handle = await open(place, O_RDONLY + O_NOFOLLOW + O_NONBLOCK).catch(
    error => {
      if (isError(error) && ['ENOENT', 'ENOTDIR'].includes(`${error.code}`)) {
        throw new NotFoundError(
          `The service holds no file "${file}"; expected the path of one.`,
        );
      }
      throw error;
    },
  );
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) {
      throw new InputError(`"${file}" of the service is no file.`);
    }
    if (stats.size > most) {
      throw new InputError(
        `The files of the service are too large: "${file}" has ${stats.size} bytes, and ${most} are left; expected less, or the names of the files that are needed.`,
      );
    }
    return { content: await handle.readFile(), mode: stats.mode };
  } finally {
    await handle.close();
  }
}

/** Copies files of a service with their permissions; gives the number of bytes. */
export async function copyService(
  options: CopyServiceOptions,
): Promise<number> {
  const { from, to, files, mostBytes, signal } = options;
  let bytes = 0;
  for (const given of files) {
    signal?.throwIfAborted();
    const file = path.posix.normalize(given);
    const [top] = file.split('/');
    if (path.isAbsolute(file) || ['.', '..', '.git'].includes(top)) {
      throw new InputError(
        `"${given}" is no path of a file of the service; expected one below its folder, and not in ".git".`,
      );
    }
    await refuseLinks(from, file);
    const read = await readRegularFile(
      path.join(from, file),
      file,
      mostBytes - bytes,
    );
    bytes += read.content.length;
    const target = resolveSafeChildPath(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, read.content, { mode: read.mode });
  }
  return bytes;
}
