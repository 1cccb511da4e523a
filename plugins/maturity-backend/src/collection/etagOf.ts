import type { Entity } from '@backstage/catalog-model';

/** The etag of an entity as a text; an empty one for none. */
export function etagOf(entity: Entity | null | undefined): string {
  const etag: unknown = entity?.metadata?.etag;
  return typeof etag === 'string' ? etag : JSON.stringify(etag) ?? '';
}
