import type { EntityView } from '../entity';
import type { CatalogGraph } from '../graph/types';
import { effectiveTier } from './applicability';
import { Clock } from './Clock';
import { EntityContext } from './engine/EntityContext';
import type { CheckContext, EntityFacts, Settings } from './types';

/**
 * Prepares what all checks of one entity share. A context serves one entity: what it asked for is kept with it.
 *
 * @public
 */
export function createContext(options: {
  view: EntityView;
  graph: CatalogGraph;
  settings: Settings;
  facts: EntityFacts;
  /** Epoch milliseconds. */
  now: number;
  /** Keeps when the answers next change; one of its own when left out. */
  clock?: Clock;
}): CheckContext {
  const { view, graph, settings, facts, now } = options;
  const clock = options.clock ?? new Clock(now);
  return new EntityContext({
    view,
    graph,
    settings,
    facts,
    clock,
    effectiveTier: effectiveTier({ view, graph, settings }),
  });
}
