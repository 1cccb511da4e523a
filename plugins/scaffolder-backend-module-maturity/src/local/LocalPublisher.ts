import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { copyFiles } from './copyFiles';
import { removeLeftovers } from './leftovers';
import { listFiles } from './listFiles';
import {
  type Author,
  commitFiles,
  initRepository,
  readNewestCommit,
  type Work,
} from './repository';
import { pathsToRemove } from './pathsToRemove';
import { noSuchService } from './ServiceAccess';
import { updateService } from './updateService';
import { writeFault } from './writeFault';

export interface PublishOptions {
  /** Folder whose files are published. */
  from: string;
  /** A parsed name. */
  name: string;
  message: string;
  author: Author;
  work: Work;
  /** Whether files of a service that exists are replaced. */
  update: boolean;
  /** Paths of files of the service that an update removes. */
  remove?: readonly string[];
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
    if (occupied !== 'filled' && update) throw noSuchService(name);
  }

  /** Rejects, and leaves everything as it was, when any part of the service cannot be written. */
  async publish(options: PublishOptions): Promise<Published> {
    const { name, work, signal, from } = options;
    const files = await listFiles(from, signal);
    const remove = pathsToRemove(options.remove ?? [], files);
    if (!files.length) {
      throw new InputError('The workspace holds no file; expected a service.');
    }
    try {
      await mkdir(this.#root, { recursive: true });
      const root = await realpath(this.#root);
      await removeLeftovers(root, Date.now());
      const newest = await readNewestCommit(path.join(root, name));
      // The same step ran before and was stopped after its work was done.
      if (newest?.task === work.task && newest.step === work.step) {
        return { commit: newest.id, files: files.length };
      }
      await this.check(options);
      const commit = options.update
        ? await updateService({ ...options, root, files, remove })
        : await this.#create(path.join(root, name), files, options);
      return { commit, files: files.length };
    } catch (error) {
      throw writeFault(error);
    }
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
