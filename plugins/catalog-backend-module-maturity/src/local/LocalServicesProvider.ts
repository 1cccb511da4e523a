import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { FolderWatchers } from './FolderWatchers';
import type { LocalServices, ReadServices } from './LocalServices';

/** Files come in bursts: one service is some dozens of files. */
const QUIET_MS = 200;
/** Not every file system tells of its changes. */
const RESCAN_MS = 10_000;

function keyOf({ entity, locationKey }: DeferredEntity): string {
  return `${stringifyEntityRef(entity)} ${locationKey}`;
}

/** Gives the catalog the services below one folder, at once when one of them changes. */
export class LocalServicesProvider implements EntityProvider {
  readonly #root: string;
  readonly #services: LocalServices;
  readonly #logger: LoggerService;
  #watchers: FolderWatchers | undefined;
  #quiet: NodeJS.Timeout | undefined;
  #rescan: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #sent: readonly DeferredEntity[] | undefined;
  #isWhole = false;
  /** Whether the root was made here and nothing has been put into it yet. */
  #isNew = false;
  #fault = '';
  #isStopped = false;

  constructor(options: {
    root: string;
    services: LocalServices;
    logger: LoggerService;
  }) {
    this.#root = options.root;
    this.#services = options.services;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'maturity-local-services';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const update = () => {
      // One after the other, so that an older state cannot overtake a newer one.
      this.#running = this.#running.then(async () => {
        if (!this.#isStopped) await this.#update(connection);
      });
      return this.#running;
    };
    this.#watchers = new FolderWatchers(() => {
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(update, QUIET_MS);
    });
    await update();
    if (this.#isStopped) return;
    this.#rescan = setInterval(update, RESCAN_MS);
    this.#rescan.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#rescan);
    await this.#running;
    // Not before: what was under way has set the watchers anew.
    this.#watchers?.close();
    clearTimeout(this.#quiet);
  }

  async #update(connection: EntityProviderConnection): Promise<void> {
    try {
      await this.#makeRoot();
      const { folders, ...read } = await this.#services.read();
      this.#watchers?.set([
        this.#root,
        ...folders.map(folder => path.join(this.#root, folder)),
      ]);
      if (folders.length) this.#isNew = false;
      // A root that was gone, perhaps because a disk was missing, proves nothing.
      if (!this.#isNew) await this.#send(connection, read);
      this.#fault = '';
    } catch (error) {
      this.#tell(isError(error) ? error.message : String(error));
    }
  }

  async #makeRoot(): Promise<void> {
    const made = await mkdir(this.#root, { recursive: true });
    if (made === undefined) return;
    this.#isNew = true;
    this.#logger.info(
      `The folder ${
        this.#root
      } was not there and is made; until a service is in it, the catalog keeps those that it has.`,
    );
  }

  async #send(
    connection: EntityProviderConnection,
    { entities, isComplete }: Omit<ReadServices, 'folders'>,
  ): Promise<void> {
    const sent = this.#sent ?? [];
    const isSame = JSON.stringify(entities) === JSON.stringify(this.#sent);
    if (isSame && (this.#isWhole || !isComplete)) return;
    if (isComplete) {
      // All of them each time: it also removes what was deleted while the backend was down.
      await connection.applyMutation({ type: 'full', entities });
    } else {
      // The catalog may have from before what cannot be read now, and all of them would remove it.
      const present = new Set(entities.map(keyOf));
      const removed = sent.filter(each => !present.has(keyOf(each)));
      await connection.applyMutation({
        type: 'delta',
        added: entities,
        removed,
      });
    }
    this.#sent = entities;
    this.#isWhole = isComplete;
  }

  #tell(message: string): void {
    if (message === this.#fault) return;
    this.#fault = message;
    this.#logger.error(
      `The services below ${
        this.#root
      } cannot be read: ${message}. The catalog keeps those that it has.`,
    );
  }
}
