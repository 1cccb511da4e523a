import type { EntityView } from '../../entity';
import type { Target } from '../../graph/types';
import type { CheckContext } from '../types';
import type { Place } from './traits';

interface Asked {
  view: EntityView;
  places: Map<Place, readonly EntityView[]>;
  targets: Map<string, readonly Target[]>;
}

/** A context usually serves one entity, and several checks ask the graph the same about it. */
const asked = new WeakMap<CheckContext, Asked>();

function askedIn(view: EntityView, context: CheckContext): Asked {
  const known = asked.get(context);
  if (known?.view === view) {
    return known;
  }
  const made: Asked = { view, places: new Map(), targets: new Map() };
  asked.set(context, made);
  return made;
}

/** The entities of a place from which an entity may inherit, nearest first. */
export function placesOf(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly EntityView[] {
  const { places } = askedIn(view, context);
  const known = places.get(place);
  if (known) {
    return known;
  }
  const found = context.graph.places(view.ref, place);
  places.set(place, found);
  return found;
}

/** The targets of a relation of an entity. */
export function targetsOf(
  view: EntityView,
  relation: string,
  context: CheckContext,
): readonly Target[] {
  const { targets } = askedIn(view, context);
  const known = targets.get(relation);
  if (known) {
    return known;
  }
  const found = context.graph.targets(view.ref, relation);
  targets.set(relation, found);
  return found;
}
