import type { Entity } from '@backstage/catalog-model';
import {
  createEntityView,
  deriveRelations,
  type EntityView,
} from '@backstage-maturity/plugin-maturity-common';

type Relations = NonNullable<Entity['relations']>;

function relationsOf(view: EntityView): Relations {
  const { relations } = view.entity;
  if (Array.isArray(relations)) return relations;
  return deriveRelations(view).map(({ type, target: targetRef }) => ({
    type,
    targetRef,
  }));
}

/**
 * The catalog as somebody sees it who may see only some of its entities: without the others, and without
 * the relations that lead to them, because a relation would count an entity that must not be known of.
 */
export function restrictViews(
  views: ReadonlyMap<string, EntityView>,
  visible: ReadonlySet<string>,
): Map<string, EntityView> {
  const restricted = new Map<string, EntityView>();
  for (const ref of visible) {
    const view = views.get(ref);
    if (!view) continue;
    const relations = relationsOf(view).filter(
      ({ targetRef }) =>
        typeof targetRef === 'string' &&
        visible.has(targetRef.toLocaleLowerCase('en-US')),
    );
    restricted.set(ref, createEntityView({ ...view.entity, relations }));
  }
  return restricted;
}
