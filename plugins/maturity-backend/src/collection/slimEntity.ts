import type { Entity } from '@backstage/catalog-model';

// An API document can have megabytes; checks ask only whether there is one.
const LONGEST_DEFINITION = 10_000;

/** An entity that is small enough to be kept in memory with all the others. */
export function slimEntity(entity: Entity): Entity {
  const definition = entity.spec?.definition;
  if (
    typeof definition !== 'string' ||
    definition.length <= LONGEST_DEFINITION
  ) {
    return entity;
  }
  return {
    ...entity,
    spec: {
      ...entity.spec,
      definition: definition.slice(0, LONGEST_DEFINITION),
    },
  };
}
