import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import {
  ENGINE_VERSION,
  type EntityView,
  type FileTree,
  observe,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { RepositoryConfig } from '../../config';
import {
  type Observation,
  readRepositories,
  type RepositoryHead,
  writeObservation,
} from '../../database';
import { HostPauses, waitAfter } from './HostPauses';
import { packFacts } from './packFacts';
import { placeOf } from './placeOf';
import { readLocalTree } from './readLocalTree';
import { readRemoteTree } from './readRemoteTree';
import { toTreeFault, type TreeFault } from './TreeFault';

/** Local files that have not changed are noted that often: looking costs nothing, and writing does. */
const CONFIRM_MS = 60_000;
const LONGEST_WAIT_MS = 24 * 3_600_000;
const LONGEST_PASSING_MS = 3_600_000;
const LONGEST_LOG = 500;

/** Raised when more is kept of what is seen, without other verdicts. */
const FORM = 2;

// What other rules would see in the same files must be looked for again.
const ETAG_PREFIX = `${ENGINE_VERSION}.${FORM}:`;

/** What looking at trees needs. */
export interface RepositoryObserverOptions {
  db: Knex;
  config: RepositoryConfig;
  urlReader: UrlReaderService;
  logger: LoggerService;
}

/** Looks at one tree at a time and stores what it saw. */
export class RepositoryObserver {
  readonly pauses = new HostPauses();
  readonly #options: RepositoryObserverOptions;
  readonly #told = new Map<string, string>();

  constructor(options: RepositoryObserverOptions) {
    this.#options = options;
  }

  /** Looks at once at the files of an entity that are local, when a sweep has found it. */
  async refresh(view: EntityView): Promise<void> {
    const { db, config } = this.#options;
    const place = placeOf(view, config);
    if (place?.host !== '') return;
    const heads = await readRepositories(db, [view.ref]);
    const own = heads.filter(({ source }) => source === place.source);
    if (own.length) await this.look(own, new AbortController().signal);
  }

  /**
   * Looks at the tree of some entities. Gives whether their verdicts may differ now. Rejects only for a
   * fault of the database.
   *
   * @param heads - at least one, all with the same source
   */
  async look(
    heads: readonly RepositoryHead[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const [{ source, host }] = heads;
    const startedAt = Date.now();
    const write = (observation: Observation) =>
      writeObservation(this.#options.db, { source, startedAt, observation });
    try {
      const found = await this.#read(heads, signal);
      if (host !== '') this.pauses.answered(host);
      this.#told.delete(source);
      const dueAt = this.#nextLook(host);
      if (!found) {
        if (host !== '' || heads.some(head => isOld(head, startedAt))) {
          await write({ outcome: 'unchanged', observedAt: startedAt, dueAt });
        }
        return false;
      }
      const facts = packFacts(await observe(found.tree));
      signal.throwIfAborted();
      const etag = `${ETAG_PREFIX}${found.etag}`;
      const observedAt = startedAt;
      await write({ outcome: 'seen', ...facts, etag, observedAt, dueAt });
      return heads.some(head => head.factsHash !== facts.hash);
    } catch (error) {
      if (signal.aborted) return false;
      const fault = toTreeFault(error);
      this.#tell(source, fault);
      const failures = Math.max(...heads.map(head => head.failures)) + 1;
      const dueAt = this.#nextAttempt(fault, { host, failures });
      const { message } = fault;
      await write({ outcome: 'failed', error: message, failures, dueAt });
      return heads.some(
        head => head.factsHash === null && head.error !== message,
      );
    }
  }

  /** The tree; undefined when it is as it was. */
  async #read(
    heads: readonly RepositoryHead[],
    signal: AbortSignal,
  ): Promise<{ etag: string; tree: FileTree } | undefined> {
    const { config, urlReader } = this.#options;
    const [{ source, host, etag: first }] = heads;
    // An entity without facts needs the files, also when they have not changed for the others.
    const isSeen = heads.every(
      ({ etag, factsHash }) => factsHash !== null && etag === first,
    );
    const known =
      isSeen && first?.startsWith(ETAG_PREFIX)
        ? first.slice(ETAG_PREFIX.length)
        : undefined;
    if (host === '') {
      if (config.root === undefined) throw new Error('There is no root.');
      const found = await readLocalTree({
        root: config.root,
        name: source.slice('file:'.length),
        maxFiles: config.maxFiles,
      });
      return found.etag === known ? undefined : found;
    }
    try {
      return await readRemoteTree(urlReader, source.slice('url:'.length), {
        etag: known,
        limits: config,
        signal,
      });
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') return undefined;
      throw error;
    }
  }

  #nextLook(host: string): number {
    // Local files are looked at in every round.
    if (host === '') return 0;
    // Trees that were read together shall not stay together.
    return Math.round(
      Date.now() + this.#options.config.frequency * this.#spread(),
    );
  }

  #spread(): number {
    return 0.9 + 0.2 * Math.random();
  }

  #nextAttempt(
    { reach }: TreeFault,
    { host, failures }: { host: string; failures: number },
  ): number {
    const now = Date.now();
    if (host === '') return 0;
    switch (reach) {
      case 'host': {
        const ofHost = this.pauses.refused(host, now);
        // It may be this tree alone that is refused, and then the pauses of its host stay short.
        const own = waitAfter(failures, { longest: LONGEST_PASSING_MS });
        return Math.max(ofHost, now + own);
      }
      case 'lasting': {
        const first = this.#options.config.frequency;
        const longest = Math.max(first, LONGEST_WAIT_MS);
        return Math.round(
          now + waitAfter(failures, { first, longest }) * this.#spread(),
        );
      }
      case 'passing':
        return now + waitAfter(failures, { longest: LONGEST_PASSING_MS });
      default: {
        const unknown: never = reach;
        throw new Error(`There is no reach "${String(unknown)}".`);
      }
    }
  }

  /** One line for each tree that begins to fail, or fails for another reason. */
  #tell(source: string, fault: TreeFault): void {
    if (this.#told.get(source) === fault.message) return;
    this.#told.set(source, fault.message);
    const cause = fault.cause ? ` ${toError(fault.cause).message}` : '';
    this.#options.logger.warn(
      `The files at "${source}" cannot be read, and what was seen before stays in force: ${fault.message}${cause}`.slice(
        0,
        LONGEST_LOG,
      ),
    );
  }
}

function isOld(head: RepositoryHead, now: number): boolean {
  return (
    head.error !== null ||
    head.observedAt === null ||
    Math.abs(now - head.observedAt) >= CONFIRM_MS
  );
}
