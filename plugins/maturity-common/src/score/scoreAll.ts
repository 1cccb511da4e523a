import { evaluate, isScored } from '../checks';
import type { DefinitionSet, EntityFacts } from '../checks/types';
import type { EntityView } from '../entity/types';
import type { CatalogGraph } from '../graph/types';
import { scoreEntity } from './scoreEntity';
import type { Scorecard } from './types';

/** @public */
export interface ScoreAllOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Facts of an entity; none when left out. */
  factsFor?: (view: EntityView) => EntityFacts | undefined;
  /** Limits which entities are scored, e.g. to those that are not mere context. */
  only?: (view: EntityView) => boolean;
}

/**
 * Evaluates and scores every scored entity of a graph, in reference order, one at a time.
 *
 * @public
 */
export function* scoreAll(
  graph: CatalogGraph,
  definitions: DefinitionSet,
  { now, factsFor, only }: ScoreAllOptions,
): Generator<{ view: EntityView; card: Scorecard }, void, undefined> {
  for (const view of graph.all('component')) {
    if (isScored(view) && (only?.(view) ?? true)) {
      const facts = factsFor?.(view) ?? {};
      const results = evaluate(view, { graph, definitions, facts, now });
      yield { view, card: scoreEntity(view, results, { definitions, graph }) };
    }
  }
}
