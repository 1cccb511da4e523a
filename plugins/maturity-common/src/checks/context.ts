import type { EntityView } from '../entity';
import type { CatalogGraph } from '../graph/types';
import { effectiveTier } from './applicability';
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
}): CheckContext {
  const { view, graph, settings, facts, now } = options;
  return {
    graph,
    settings,
    facts,
    now,
    effectiveTier: effectiveTier({ view, graph, settings }),
  };
}
