import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { parseServiceFile } from './parseServiceFile';
import { FILE_PROBLEM } from '../values/fileProblem';
import { readRegularFile } from './readRegularFile';

const FILES = ['catalog-info.yaml', 'catalog-info.yml'];

interface ReadFile {
  file: string;
  entities: readonly Entity[];
  problem?: string;
}

function located({ file, problem }: ReadFile, entity: Entity): DeferredEntity {
  const place = `file:${file}`;
  const { metadata } = entity;
  const annotations = {
    ...metadata.annotations,
    [ANNOTATION_LOCATION]: place,
    [ANNOTATION_ORIGIN_LOCATION]: place,
    ...(problem === undefined ? {} : { [FILE_PROBLEM]: problem }),
  };
  return {
    entity: { ...entity, metadata: { ...metadata, annotations } },
    locationKey: place,
  };
}

/** Entities of an earlier moment that a file does not hold now. */
function missingFrom(
  entities: readonly Entity[],
  before: readonly Entity[],
): Entity[] {
  const held = new Set(entities.map(entity => stringifyEntityRef(entity)));
  return before.filter(entity => !held.has(stringifyEntityRef(entity)));
}

/** The services of a moment: the names of their folders, and what they hold for the catalog. */
export interface ReadServices {
  folders: readonly string[];
  entities: DeferredEntity[];
  /**
   * False while a file cannot be read whole and nobody knows what it held before: what is missing here may
   * be there all the same.
   */
  isComplete: boolean;
}

/** Reads the entities of the services below one folder. */
export class LocalServices {
  readonly #root: string;
  readonly #logger: LoggerService;
  /** What each file held when it could last be read. */
  readonly #known = new Map<string, readonly Entity[]>();
  /** Files of which something is missing that was never read. */
  readonly #blind = new Set<string>();
  /** The file that each entity was taken from. */
  #holders: ReadonlyMap<string, string> = new Map();
  /** Faults told already, so that a file that stays broken is told once. */
  readonly #told = new Map<string, string>();

  constructor(options: { root: string; logger: LoggerService }) {
    this.#root = options.root;
    this.#logger = options.logger;
  }

  /**
   * The entities of all services. What cannot be read of a file stays as it was; the same entity in a second
   * file is left out. Rejects when the root cannot be listed.
   */
  async read(): Promise<ReadServices> {
    const files: ReadFile[] = [];
    const folders = await this.#folders();
    for (const folder of folders) {
      for (const name of FILES) {
        const read = await this.#read(path.join(this.#root, folder, name));
        if (read) files.push(read);
      }
    }
    const present = new Set(files.map(({ file }) => file));
    for (const file of [...this.#known.keys(), ...this.#blind]) {
      if (present.has(file)) continue;
      this.#known.delete(file);
      this.#blind.delete(file);
    }
    const isComplete = this.#blind.size === 0;
    return { folders, entities: this.#distinct(files), isComplete };
  }

  async #folders(): Promise<string[]> {
    const found = await readdir(this.#root, { withFileTypes: true });
    return found
      .filter(each => each.isDirectory() && !each.name.startsWith('.'))
      .map(each => each.name)
      .sort();
  }

  async #read(file: string): Promise<ReadFile | undefined> {
    const before = this.#known.get(file);
    try {
      const text = await readRegularFile(file);
      if (text === undefined) return undefined;
      const found = await parseServiceFile(text, file);
      const entities = found.isPartial
        ? [...found.entities, ...missingFrom(found.entities, before ?? [])]
        : found.entities;
      return this.#keep({ file, entities }, found);
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      const read = { file, entities: before ?? [] };
      return this.#keep(read, { faults: [message], isPartial: true });
    }
  }

  #keep(
    { file, entities }: ReadFile,
    { faults, isPartial }: { faults: readonly string[]; isPartial: boolean },
  ): ReadFile {
    if (!isPartial) this.#blind.delete(file);
    else if (!this.#known.has(file)) this.#blind.add(file);
    this.#known.set(file, entities);
    if (!faults.length) {
      this.#told.delete(file);
      return { file, entities };
    }
    const words = faults.join('; ');
    this.#tell(file, `${file} is not read whole: ${words}.`);
    const problem = `${path.basename(file)} is not read whole: ${words}.`;
    return { file, entities, problem };
  }

  /**
   * Each entity once. The file that had it before keeps it, then the one whose folder has its name: a new
   * service must not take over an entity of another one because its folder comes first.
   */
  #distinct(files: readonly ReadFile[]): DeferredEntity[] {
    const holders = this.#chooseHolders(files);
    const found = new Map<string, DeferredEntity>();
    for (const each of files) {
      const { file, entities } = each;
      for (const entity of entities) {
        const ref = stringifyEntityRef(entity);
        const holder = holders.get(ref);
        if (holder !== file || found.has(ref)) {
          this.#tell(
            `${file} ${ref}`,
            `${file} holds ${ref} once more; the one in ${holder} counts.`,
          );
          continue;
        }
        found.set(ref, located(each, entity));
      }
    }
    this.#holders = holders;
    return [...found.values()];
  }

  /** The file that each entity is taken from. */
  #chooseHolders(files: readonly ReadFile[]): Map<string, string> {
    const holders = new Map<string, string>();
    const rank = (file: string, ref: string, name: string) => {
      if (this.#holders.get(ref) === file) return 2;
      return path.basename(path.dirname(file)) === name ? 1 : 0;
    };
    for (const { file, entities } of files) {
      for (const entity of entities) {
        const ref = stringifyEntityRef(entity);
        const { name } = entity.metadata;
        const holder = holders.get(ref);
        if (
          holder === undefined ||
          rank(file, ref, name) > rank(holder, ref, name)
        ) {
          holders.set(ref, file);
        }
      }
    }
    return holders;
  }

  #tell(key: string, message: string): void {
    if (this.#told.get(key) === message) return;
    this.#told.set(key, message);
    this.#logger.warn(message);
  }
}
