import { RELATION_OWNED_BY, RELATION_PART_OF } from '@backstage/catalog-model';
import {
  type CatalogGraph,
  type EntityView,
  overallScore,
  type Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { FullScorecardRecord } from '../database';

const REF_FORM = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/** The first target of a relation, whether or not the catalog holds it. */
function firstTarget(
  graph: CatalogGraph,
  ref: string,
  options: { relation: string; kind?: string },
): string | null {
  const { relation, kind } = options;
  const found = graph
    .targets(ref, relation)
    .find(
      target =>
        REF_FORM.test(target.ref) &&
        (kind === undefined || target.ref.startsWith(`${kind}:`)),
    );
  return found?.ref ?? null;
}

/** What is stored of an evaluated entity. */
export function toRecord(options: {
  view: EntityView;
  card: Scorecard;
  graph: CatalogGraph;
  definitionVersion: string;
  now: number;
}): FullScorecardRecord {
  const { view, card, graph } = options;
  const description: unknown = view.entity.metadata.description;
  return {
    entityRef: view.ref,
    kind: view.kind,
    namespace: view.namespace,
    name: view.name,
    title: view.title,
    description: typeof description === 'string' ? description : null,
    type: view.type,
    lifecycle: view.lifecycle,
    tier: view.tier ?? null,
    ownerRef: firstTarget(graph, view.ref, { relation: RELATION_OWNED_BY }),
    systemRef: firstTarget(graph, view.ref, {
      relation: RELATION_PART_OF,
      kind: 'system',
    }),
    stage: card.stage,
    target: card.target,
    notes: card.notes,
    tracks: card.tracks,
    overall: overallScore(card),
    results: card.results,
    definitionVersion: options.definitionVersion,
    evaluatedAt: options.now,
  };
}
