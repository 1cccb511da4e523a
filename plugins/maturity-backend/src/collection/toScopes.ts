import { RELATION_CHILD_OF, RELATION_PART_OF } from '@backstage/catalog-model';
import type {
  CatalogGraph,
  EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScopeWithMembers } from '../database';

/** Kinds whose components are rolled up, with the relation and kinds of what each is a part of. */
const SCOPE_KINDS = [
  { kind: 'group', relation: RELATION_CHILD_OF, parents: ['group'] },
  { kind: 'user', relation: undefined, parents: [] },
  { kind: 'system', relation: RELATION_PART_OF, parents: ['domain', 'system'] },
  { kind: 'domain', relation: RELATION_PART_OF, parents: ['domain'] },
] as const;

function parentOf(
  graph: CatalogGraph,
  view: EntityView,
  { relation, parents }: (typeof SCOPE_KINDS)[number],
): string | null {
  if (!relation) return null;
  const targets = graph
    .targets(view.ref, relation)
    .flatMap(target => target.view ?? [])
    .filter(target => target.ref !== view.ref);
  for (const kind of parents) {
    const parent = targets.find(target => target.kind === kind);
    if (parent) return parent.ref;
  }
  return null;
}

/** All groups, systems and domains, and the users who own something, with their components. */
export function toScopes(graph: CatalogGraph): ScopeWithMembers[] {
  return SCOPE_KINDS.flatMap(rule =>
    graph.all(rule.kind).flatMap(view => {
      const members = graph.members(view.ref).map(member => member.ref);
      // Most users own nothing, and nobody opens their roll-up.
      if (rule.kind === 'user' && !members.length) return [];
      const { ref: entityRef, kind, title } = view;
      const parentRef = parentOf(graph, view, rule);
      return [{ entityRef, kind, title, parentRef, members }];
    }),
  );
}
