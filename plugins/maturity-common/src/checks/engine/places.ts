import type { EntityView } from '../../entity';
import type { CatalogGraph, Target } from '../../graph/types';
import type { CheckContext } from '../types';
import type { Place } from './traits';

type Places = Partial<Record<Place, readonly EntityView[]>>;

/** One context serves one entity, and several checks ask for the same places. */
const asked = new WeakMap<CheckContext, Places>();

/** The entities of a place from which the entity of a context may inherit, nearest first. */
export function placesOf(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly EntityView[] {
  let places = asked.get(context);
  if (!places) {
    places = {};
    asked.set(context, places);
  }
  const known = places[place];
  if (known) {
    return known;
  }
  const found = context.graph.places(view.ref, place);
  places[place] = found;
  return found;
}

function outsideOf(targets: readonly Target[], kinds: readonly string[]) {
  return targets
    .filter(target => !target.view)
    .map(target => target.ref)
    .filter(ref => kinds.some(kind => ref.startsWith(`${kind}:`)));
}

function above(
  graph: CatalogGraph,
  start: readonly string[],
  relation: { type: string; kinds: readonly string[] },
): string[] {
  return start.flatMap(ref =>
    outsideOf(graph.targets(ref, relation.type), relation.kinds),
  );
}

/**
 * References outside a partial graph that could lead to a value at a place; empty for a closed graph,
 * where a missing target is a fact.
 */
export function outsidePlaces(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly string[] {
  const { graph } = context;
  if (!graph.partial) {
    return [];
  }
  switch (place) {
    case 'system': {
      const systems = placesOf(view, 'system', context).map(({ ref }) => ref);
      return above(graph, [view.ref, ...systems], {
        type: 'partOf',
        kinds: ['system', 'component'],
      });
    }
    case 'domain': {
      const held = [
        ...placesOf(view, 'system', context),
        ...placesOf(view, 'domain', context),
      ];
      return above(graph, [view.ref, ...held.map(({ ref }) => ref)], {
        type: 'partOf',
        kinds: ['system', 'domain', 'component'],
      });
    }
    case 'owner': {
      const groups = placesOf(view, 'owner', context).map(({ ref }) => ref);
      return [
        ...outsideOf(graph.owners(view.ref), ['group']),
        ...above(graph, groups, { type: 'childOf', kinds: ['group'] }),
      ];
    }
    default: {
      const unreachable: never = place;
      return unreachable;
    }
  }
}
