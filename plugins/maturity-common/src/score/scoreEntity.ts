import { effectiveTier } from '../checks';
import type { CheckResult, DefinitionSet } from '../checks/types';
import type { EntityView } from '../entity/types';
import type { CatalogGraph } from '../graph/types';
import { laddersOf } from './ladders';
import { stageOf, targetOf } from './stage';
import type { Scorecard, TrackScore } from './types';

/** @public */
export interface ScoreEntityOptions {
  definitions: DefinitionSet;
  graph: CatalogGraph;
}

/**
 * The scorecard of one evaluated entity. Every track in force is present, also those that do not apply;
 * only the three built-in tracks make the stage.
 *
 * @public
 */
export function scoreEntity(
  view: EntityView,
  results: readonly CheckResult[],
  { definitions, graph }: ScoreEntityOptions,
): Scorecard {
  const { byTrack, exempted } = laddersOf(results, definitions);
  const tracks: Readonly<Record<string, TrackScore>> = Object.fromEntries(
    Array.from(byTrack, ([track, ladder]) => [track, ladder.score()]),
  );
  const { stage, notes } = stageOf({
    lifecycle: view.lifecycle,
    tracks,
    exempted,
  });
  const target = targetOf({
    lifecycle: view.lifecycle,
    runtime: view.runtime,
    tier: effectiveTier({ view, graph, settings: definitions.settings }),
    hasTemplate: graph.hasAny('template'),
  });
  return { entityRef: view.ref, stage, target, notes, tracks, results };
}
