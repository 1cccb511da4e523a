import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  type DeferredEntity,
  parseEntityYaml,
} from '@backstage/plugin-catalog-node';

const FILES = ['catalog-info.yaml', 'catalog-info.yml'];
const LARGEST_FILE = 1024 * 1024;

/**
 * A generated service describes itself. Kinds that speak of others, such as Groups, Users and Templates,
 * and Locations, which make the catalog read elsewhere, have no place in its file.
 */
const KINDS: ReadonlySet<string> = new Set([
  'API',
  'Component',
  'Resource',
  'System',
]);

interface ReadFile {
  file: string;
  entities: readonly Entity[];
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}

/** Opens the file itself, never what a link of its name points at. */
async function readRegularFile(file: string): Promise<string | undefined> {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  let handle;
  try {
    handle = await open(file, O_RDONLY + O_NOFOLLOW + O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return undefined;
    if (hasCode(error, ['ELOOP'])) {
      throw new Error('it is a symbolic link; expected a file');
    }
    throw error;
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is no file');
    if (stats.size > LARGEST_FILE) {
      throw new Error(
        `it has ${stats.size} bytes; expected at most ${LARGEST_FILE}`,
      );
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

function located(file: string, entity: Entity): DeferredEntity {
  const place = `file:${file}`;
  const { metadata } = entity;
  const annotations = {
    ...metadata.annotations,
    [ANNOTATION_LOCATION]: place,
    [ANNOTATION_ORIGIN_LOCATION]: place,
  };
  return {
    entity: { ...entity, metadata: { ...metadata, annotations } },
    locationKey: place,
  };
}

/** The services of a moment: the names of their folders, and what they hold for the catalog. */
export interface ReadServices {
  folders: readonly string[];
  entities: DeferredEntity[];
}

/** Reads the entities of the services below one folder. */
export class LocalServices {
  readonly #root: string;
  readonly #logger: LoggerService;
  /** What each file held when it could last be read. */
  readonly #known = new Map<string, readonly Entity[]>();
  /** The file that each entity was taken from. */
  #holders: ReadonlyMap<string, string> = new Map();
  /** Faults told already, so that a file that stays broken is told once. */
  readonly #told = new Map<string, string>();

  constructor(options: { root: string; logger: LoggerService }) {
    this.#root = options.root;
    this.#logger = options.logger;
  }

  /**
   * The entities of all services. A file that cannot be read keeps what it held before; the same entity
   * in a second file is left out. Rejects when the root cannot be listed.
   */
  async read(): Promise<ReadServices> {
    const files: ReadFile[] = [];
    const folders = await this.#folders();
    for (const folder of folders) {
      for (const name of FILES) {
        const file = path.join(this.#root, folder, name);
        const entities = await this.#read(file);
        if (entities) files.push({ file, entities });
      }
    }
    const present = new Set(files.map(({ file }) => file));
    for (const file of this.#known.keys()) {
      if (!present.has(file)) this.#known.delete(file);
    }
    return { folders, entities: this.#distinct(files) };
  }

  async #folders(): Promise<string[]> {
    const found = await readdir(this.#root, { withFileTypes: true });
    return found
      .filter(each => each.isDirectory() && !each.name.startsWith('.'))
      .map(each => each.name)
      .sort();
  }

  async #read(file: string): Promise<readonly Entity[] | undefined> {
    try {
      const text = await readRegularFile(file);
      if (text === undefined) return undefined;
      const entities = this.#parse(file, text);
      this.#known.set(file, entities);
      this.#told.delete(file);
      return entities;
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      this.#tell(file, `${file} is not read: ${message}.`);
      return this.#known.get(file);
    }
  }

  #parse(file: string, text: string): Entity[] {
    const location = { type: 'file', target: file };
    const entities: Entity[] = [];
    for (const result of parseEntityYaml(text, location)) {
      if (result.type === 'error') throw result.error;
      if (result.type !== 'entity') continue;
      const { entity } = result;
      if (!KINDS.has(entity.kind)) {
        throw new Error(
          `it holds the kind ${JSON.stringify(entity.kind)}; expected one of ${[
            ...KINDS,
          ].join(', ')}`,
        );
      }
      entities.push(entity);
    }
    return entities;
  }

  /**
   * Each entity once. The file that had it before keeps it, then the one whose folder has its name: a new
   * service must not take over an entity of another one because its folder comes first.
   */
  #distinct(files: readonly ReadFile[]): DeferredEntity[] {
    const holders = this.#chooseHolders(files);
    const found = new Map<string, DeferredEntity>();
    for (const { file, entities } of files) {
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
        found.set(ref, located(file, entity));
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
