import type { EntityView } from '../../entity';
import type { Target } from '../../graph/types';
import type { CheckContext } from '../types';
import { EntityContext } from './EntityContext';
import type { Place } from './traits';

/** The entities of a place from which an entity may inherit, nearest first. */
export function placesOf(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly EntityView[] {
  return context instanceof EntityContext && context.view === view
    ? context.places(place)
    : context.graph.places(view.ref, place);
}

/** The targets of a relation of an entity. */
export function targetsOf(
  view: EntityView,
  relation: string,
  context: CheckContext,
): readonly Target[] {
  return context instanceof EntityContext && context.view === view
    ? context.targets(relation)
    : context.graph.targets(view.ref, relation);
}
