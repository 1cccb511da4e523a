import type { EntityView } from '../../entity';
import type { CatalogGraph, Target } from '../../graph/types';
import type { CheckContext } from '../types';
import { placesOf } from './places';
import type { Place } from './traits';

function missing(
  targets: readonly Target[],
  kinds: readonly string[],
): readonly string[] {
  return targets
    .filter(target => !target.view)
    .map(target => target.ref)
    .filter(ref => kinds.some(kind => ref.startsWith(`${kind}:`)));
}

function above(
  graph: CatalogGraph,
  start: readonly EntityView[],
  relation: { type: string; kinds: readonly string[] },
): readonly string[] {
  return start.flatMap(({ ref }) =>
    missing(graph.targets(ref, relation.type), relation.kinds),
  );
}

function outsideOf(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly string[] {
  const { graph } = context;
  const systems = () => placesOf(view, 'system', context);
  switch (place) {
    case 'system':
      return above(graph, [view, ...systems()], {
        type: 'partOf',
        kinds: ['system'],
      });
    case 'domain':
      return above(
        graph,
        [view, ...systems(), ...placesOf(view, 'domain', context)],
        { type: 'partOf', kinds: ['system', 'domain'] },
      );
    case 'owner':
      return [
        ...missing(graph.owners(view.ref), ['group']),
        ...above(graph, placesOf(view, 'owner', context), {
          type: 'childOf',
          kinds: ['group'],
        }),
      ];
    default: {
      const unreachable: never = place;
      return unreachable;
    }
  }
}

/**
 * References outside a partial graph that could lead to a value at a place; none for a closed graph,
 * where a missing target is a fact.
 */
export function outsidePlaces(
  view: EntityView,
  place: Place,
  context: CheckContext,
): readonly string[] {
  return context.graph.partial
    ? [...new Set(outsideOf(view, place, context))]
    : [];
}
