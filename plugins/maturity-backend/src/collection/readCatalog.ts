import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createEntityView,
  type EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import { EtagSum } from './EtagSum';
import { slimEntity } from './slimEntity';

/** What reading the catalog needs. */
export interface CatalogReader {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Entities that are read at once; 500 when left out. */
  pageSize?: number;
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

function isUsable(view: EntityView): boolean {
  return (
    view.kind !== '' &&
    view.name !== '' &&
    view.ref.length <= LONGEST_REF &&
    !view.ref.includes('\0')
  );
}

/** A parsed entity without the parts that no check reads; undefined when it has no usable reference. */
export function readEntity(entity: Entity): EntityView | undefined {
  const view = createEntityView(slimEntity(entity));
  return isUsable(view) ? view : undefined;
}

/**
 * Reads the whole catalog page by page. Rejects when a page fails, with its number in the message: a
 * part of a catalog must never be taken for all of it. An entity that two pages give, because it moved
 * while they were read, is kept as the later page has it.
 */
export async function readCatalog(
  reader: CatalogReader,
  signal?: AbortSignal,
): Promise<Map<string, EntityView>> {
  return (await readCatalogWithEtags(reader, signal)).views;
}

/** As `readCatalog`, with the sum of the etags that were read. */
export async function readCatalogWithEtags(
  { catalog, auth, logger, pageSize = DEFAULT_PAGE_SIZE }: CatalogReader,
  signal?: AbortSignal,
): Promise<{ views: Map<string, EntityView>; etags: string }> {
  const credentials = await auth.getOwnServiceCredentials();
  const views = new Map<string, EntityView>();
  const etags = new EtagSum();
  let pages = 0;
  let unusable = 0;
  try {
    const stream = catalog.streamEntities(
      { fields: ENTITY_FIELDS, pageSize },
      { credentials },
    );
    for await (const page of stream) {
      signal?.throwIfAborted();
      pages += 1;
      for (const entity of page) {
        etags.add(entity);
        const view = readEntity(entity);
        if (view) views.set(view.ref, view);
        else unusable += 1;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new ForwardedError(
      `Page ${pages + 1} of the catalog could not be read`,
      error,
    );
  }
  if (unusable) {
    logger.warn(
      `The catalog gave ${unusable} entities without a usable kind and name; they are left out.`,
    );
  }
  return { views, etags: etags.digest() };
}
