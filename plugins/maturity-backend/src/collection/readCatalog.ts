import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import { EtagSum } from './EtagSum';
import { PackedEntity } from './PackedEntity';
import { slimEntity } from './slimEntity';
import { pagesUntilAborted, untilAborted } from './untilAborted';

/** What reading the catalog needs. */
export interface CatalogSource {
  catalog: Pick<
    CatalogService,
    'getEntitiesByRefs' | 'queryEntities' | 'streamEntities'
  >;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  logger: LoggerService;
  /** Entities that are read at once; 500 when left out. */
  pageSize?: number;
}

/** What asking the catalog for a caller needs besides. */
export interface CatalogReader extends CatalogSource {
  catalog: CatalogService;
  auth: AuthService;
}

/** Fields of an entity that checks may ask for. */
const ENTITY_FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
  'status',
];

const DEFAULT_PAGE_SIZE = 500;

// PostgreSQL can index nothing much longer, and the catalog allows 63 characters for each part.
const LONGEST_REF = 500;

const LONGEST_EXCERPT = 200;

function isUsable(view: EntityView): boolean {
  return (
    view.kind !== '' &&
    view.name !== '' &&
    view.ref.length <= LONGEST_REF &&
    !/\p{Cc}/u.test(view.ref)
  );
}

/**
 * An entity without the parts that no check reads; undefined when it has no usable reference.
 *
 * @param known - entities that are kept already; one that holds the same is given again
 */
export function readEntity(
  entity: Entity | null | undefined,
  known?: ReadonlyMap<string, EntityView>,
): PackedEntity | undefined {
  if (typeof entity !== 'object' || entity === null) return undefined;
  const packed = PackedEntity.of(slimEntity(entity), known);
  return isUsable(packed) ? packed : undefined;
}

/** What the log last said of each reader. */
const told = new WeakMap<CatalogSource, string>();

// An entity that nobody repairs would otherwise be told of every minute.
function tellUnusable(reader: CatalogSource, unusable: readonly unknown[]) {
  const text = unusable.length
    ? `The catalog gave ${
        unusable.length
      } entities without a usable kind and name; they are left out. The first one begins with ${String(
        JSON.stringify(unusable[0]),
      ).slice(0, LONGEST_EXCERPT)}`
    : '';
  if (text && told.get(reader) !== text) reader.logger.warn(text);
  told.set(reader, text);
}

/**
 * Reads the whole catalog page by page, with the etags of all that was read. Rejects when a page fails,
 * with its number in the message: a part of a catalog must never be taken for all of it. An entity that
 * two pages give, because it moved while they were read, is kept as the later page has it.
 */
export async function readCatalogWithEtags(
  reader: CatalogSource,
  options: {
    signal: AbortSignal;
    /** Entities that are kept already; those that hold the same are given again, and none is kept twice. */
    known?: ReadonlyMap<string, EntityView>;
  },
): Promise<{ views: Map<string, EntityView>; etags: EtagSum }> {
  const { signal, known } = options;
  const { catalog, auth, pageSize = DEFAULT_PAGE_SIZE } = reader;
  const credentials = await auth.getOwnServiceCredentials();
  const views = new Map<string, EntityView>();
  const etags = new EtagSum();
  let pages = 0;
  const unusable: (Entity | null | undefined)[] = [];
  try {
    const stream = catalog.streamEntities(
      { fields: ENTITY_FIELDS, pageSize },
      { credentials },
    );
    for await (const page of pagesUntilAborted(stream, signal)) {
      pages += 1;
      for (const entity of page) {
        etags.add(entity);
        const view = readEntity(entity, known);
        if (view) views.set(view.ref, view);
        else unusable.push(entity);
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new ForwardedError(
      `Page ${pages + 1} of the catalog could not be read`,
      error,
    );
  }
  tellUnusable(reader, unusable);
  return { views, etags };
}

/** Reads some entities as they are now; undefined for those that are gone. */
export async function readEntities(
  reader: CatalogSource,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, PackedEntity | undefined>> {
  const { catalog, auth, pageSize = DEFAULT_PAGE_SIZE } = reader;
  const credentials = await auth.getOwnServiceCredentials();
  const found = new Map<string, PackedEntity | undefined>();
  for (let at = 0; at < refs.length; at += pageSize) {
    signal.throwIfAborted();
    const page = refs.slice(at, at + pageSize);
    const { items } = await untilAborted(
      catalog.getEntitiesByRefs(
        { entityRefs: [...page], fields: ENTITY_FIELDS },
        { credentials },
      ),
      signal,
    );
    if (items.length !== page.length) {
      throw new Error(
        `The catalog answered with ${items.length} entities where it was asked for ${page.length}`,
      );
    }
    page.forEach((ref, index) => found.set(ref, readEntity(items[index])));
  }
  return found;
}
