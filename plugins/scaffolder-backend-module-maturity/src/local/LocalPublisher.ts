import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { copyFiles, replaceFiles } from './copyFiles';
import { listFiles } from './listFiles';
import {
  type Author,
  commitFiles,
  initRepository,
  readNewestCommit,
} from './repository';

export interface PublishOptions {
  /** Folder whose files are published. */
  from: string;
  /** A parsed name. */
  name: string;
  message: string;
  author: Author;
  /** Id of the task that publishes. */
  task: string;
  /** Whether files of a service that exists are replaced. */
  update: boolean;
  signal?: AbortSignal;
}

export interface Published {
  /** Id of the commit that holds the files. */
  commit: string;
  /** Number of files. */
  files: number;
}

type Occupied = 'absent' | 'empty' | 'filled';

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}

/**
 * Puts folders of files below one root, each as a git repository. A service appears whole or not at all:
 * it is made in a hidden folder beside the others and then renamed.
 */
export class LocalPublisher {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Rejects, without writing anything, when the service could not be published. */
  async check(options: Pick<PublishOptions, 'name' | 'update'>): Promise<void> {
    const { name, update } = options;
    const occupied = await this.#occupied(name);
    if (occupied === 'filled' && !update) throw this.#exists(name);
    if (occupied !== 'filled' && update) {
      throw new InputError(
        `There is no service "${name}" to update; expected the name of a folder that is not empty.`,
      );
    }
  }

  async publish(options: PublishOptions): Promise<Published> {
    const { name, task } = options;
    await mkdir(this.#root, { recursive: true });
    const files = await listFiles(options.from, options.signal);
    if (!files.length) {
      throw new InputError('The workspace holds no file; expected a service.');
    }
    const dir = path.join(await realpath(this.#root), name);
    const newest = await readNewestCommit(dir);
    // The same task ran before and was stopped after its work was done.
    if (newest?.task === task) {
      return { commit: newest.id, files: files.length };
    }
    await this.check(options);
    const commit = options.update
      ? await this.#update(dir, files, options)
      : await this.#create(dir, files, options);
    return { commit, files: files.length };
  }

  async #create(
    dir: string,
    files: readonly string[],
    options: PublishOptions,
  ): Promise<string> {
    const { from, name, signal, ...commit } = options;
    const incoming = path.join(
      path.dirname(dir),
      `.incoming-${name}-${randomUUID()}`,
    );
    try {
      await mkdir(incoming);
      await copyFiles({ from, to: incoming, files, signal });
      await initRepository(incoming);
      const id = await commitFiles({ ...commit, dir: incoming, files });
      signal?.throwIfAborted();
      await rename(incoming, dir);
      return id;
    } catch (error) {
      // Another run was faster.
      if (hasCode(error, ['ENOTEMPTY', 'EEXIST'])) throw this.#exists(name);
      throw error;
    } finally {
      await rm(incoming, { recursive: true, force: true });
    }
  }

  async #update(
    dir: string,
    files: readonly string[],
    options: PublishOptions,
  ): Promise<string> {
    const { from, signal, task, ...commit } = options;
    if (!(await readNewestCommit(dir))) {
      throw new ConflictError(
        `The folder of the service "${options.name}" is no git repository with a commit; expected one, so that nothing is lost by an update.`,
      );
    }
    const suffix = `.incoming-${randomUUID()}`;
    await this.#refuseLinks(dir, files);
    await replaceFiles({ from, to: dir, files, signal, suffix });
    return commitFiles({ ...commit, dir, files, task });
  }

  /** A folder on the way that is a link would lead the update out of the root. */
  async #refuseLinks(dir: string, files: readonly string[]): Promise<void> {
    const places = new Set(
      files.flatMap(file => {
        const parts = file.split(path.sep);
        return parts.map((_, index) =>
          parts.slice(0, index + 1).join(path.sep),
        );
      }),
    );
    for (const place of places) {
      const stats = await lstat(path.join(dir, place)).catch(() => undefined);
      if (stats?.isSymbolicLink()) {
        throw new ConflictError(
          `"${place}" of the service is a symbolic link; expected a file or a folder.`,
        );
      }
    }
  }

  async #occupied(name: string): Promise<Occupied> {
    const dir = path.join(this.#root, name);
    try {
      const stats = await lstat(dir);
      if (!stats.isDirectory()) {
        throw new ConflictError(
          `"${name}" exists below the root of local services and is no folder; expected a name that is free.`,
        );
      }
      return (await readdir(dir)).length ? 'filled' : 'empty';
    } catch (error) {
      if (hasCode(error, ['ENOENT'])) return 'absent';
      throw error;
    }
  }

  #exists(name: string): ConflictError {
    return new ConflictError(
      `There is a service "${name}" already; expected a name that is free, or an update.`,
    );
  }
}
