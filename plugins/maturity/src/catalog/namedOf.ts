import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** An entity with what people call it. */
export interface NamedEntity {
  entityRef: string;
  /** Only where it is not the name. */
  title?: string;
}

/** What has to be read of an entity to name it. */
export const NAMING_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
] as const;

/** Names an entity as the pages of the catalog do. */
export function namedOf(entity: Entity): NamedEntity {
  const { metadata, spec } = entity;
  const profile = new Map(Object.entries(spec?.profile ?? {}));
  const title = profile.get('displayName') ?? metadata.title;
  return {
    entityRef: stringifyEntityRef(entity),
    ...(typeof title === 'string' && title.trim() !== '' && { title }),
  };
}
