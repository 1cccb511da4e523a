import { type FSWatcher, watch } from 'node:fs';

/**
 * Watches some folders, each without its sub-folders: a generated service that was built holds thousands of
 * folders, and none of them matters here.
 */
export class FolderWatchers {
  readonly #onChange: () => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches exactly these. A folder that cannot be watched is left to the regular reading. */
  set(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const [folder, watcher] of this.#watchers) {
      if (!wanted.has(folder)) {
        watcher.close();
        this.#watchers.delete(folder);
      }
    }
    for (const folder of wanted) {
      if (!this.#watchers.has(folder)) this.#add(folder);
    }
  }

  close(): void {
    this.set([]);
  }

  #add(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, this.#onChange);
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(folder);
      });
      this.#watchers.set(folder, watcher);
    } catch {
      this.#watchers.delete(folder);
    }
  }
}
