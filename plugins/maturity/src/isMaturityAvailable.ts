import type { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity can have a scorecard: components have, whatever their type.
 *
 * @public
 */
export function isMaturityAvailable(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'component';
}
