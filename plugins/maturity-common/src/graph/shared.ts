import type { EntityView } from '../entity/types';
import type { CatalogGraph } from './types';

/**
 * Other teams that must consume an entity for it to count as shared.
 *
 * @public
 */
export const SHARED_TEAMS = 3;

/**
 * Other teams that must consume a library for it to count as shared.
 *
 * @public
 */
export const SHARED_LIBRARY_TEAMS = 2;

/**
 * True when at least three other teams consume the entity.
 *
 * @public
 */
export function isShared(graph: CatalogGraph, ref: string): boolean {
  return graph.consumerTeams(ref).length >= SHARED_TEAMS;
}

/**
 * True for a library that at least two other teams consume.
 *
 * @public
 */
export function isSharedLibrary(
  graph: CatalogGraph,
  view: EntityView,
): boolean {
  return (
    view.type === 'library' &&
    graph.consumerTeams(view.ref).length >= SHARED_LIBRARY_TEAMS
  );
}
