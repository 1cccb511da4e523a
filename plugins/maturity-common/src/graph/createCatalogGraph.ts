import type { Entity } from '@backstage/catalog-model';
import { createEntityView, isEntityView } from '../entity/createEntityView';
import type { EntityView } from '../entity/types';
import { IndexedGraph } from './IndexedGraph';
import type { GraphOptions } from './types';

/**
 * Builds the index over entities and their relations. Of two entities with the same reference the
 * first counts and the second is listed in `duplicates`. Never throws for any shape of entity.
 *
 * @public
 */
export function createCatalogGraph(
  entities: Iterable<Entity | EntityView>,
  options: GraphOptions = {},
): IndexedGraph {
  const views: EntityView[] = [];
  for (const entity of entities) {
    views.push(isEntityView(entity) ? entity : createEntityView(entity));
  }
  return IndexedGraph.of(views, options);
}
