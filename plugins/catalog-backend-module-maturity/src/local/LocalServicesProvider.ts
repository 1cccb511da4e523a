import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { FolderWatchers } from './FolderWatchers';
import type { LocalServices } from './LocalServices';

/** Files come in bursts: one service is some dozens of files. */
const QUIET_MS = 200;
/** Not every file system tells of its changes. */
const RESCAN_MS = 10_000;

/** Gives the catalog the services below one folder, at once when one of them changes. */
export class LocalServicesProvider implements EntityProvider {
  readonly #root: string;
  readonly #services: LocalServices;
  readonly #logger: LoggerService;
  #watchers: FolderWatchers | undefined;
  #quiet: NodeJS.Timeout | undefined;
  #rescan: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #sent = '';
  #fault = '';

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
      this.#running = this.#running.then(() => this.#update(connection));
      return this.#running;
    };
    this.#watchers = new FolderWatchers(() => {
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(update, QUIET_MS);
    });
    await update();
    this.#rescan = setInterval(update, RESCAN_MS);
    this.#rescan.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#rescan);
    this.#watchers?.close();
    clearTimeout(this.#quiet);
    await this.#running;
  }

  async #update(connection: EntityProviderConnection): Promise<void> {
    try {
      await mkdir(this.#root, { recursive: true });
      const { folders, entities } = await this.#services.read();
      this.#watchers?.set([
        this.#root,
        ...folders.map(folder => path.join(this.#root, folder)),
      ]);
      const state = JSON.stringify(entities);
      if (state !== this.#sent) {
        // All of them each time: it also removes what was deleted while the backend was down.
        await connection.applyMutation({ type: 'full', entities });
        this.#sent = state;
      }
      this.#fault = '';
    } catch (error) {
      this.#tell(isError(error) ? error.message : String(error));
    }
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
