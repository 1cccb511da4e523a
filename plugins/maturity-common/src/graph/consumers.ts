import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import type { EntityIndex } from './entityIndex';

/** Which entity is asked about, and whether references outside the index count. */
export interface ConsumerQuestion {
  ref: string;
  partial: boolean;
}

const NO_TEAMS: readonly string[] = [];

/** What depends on an entity, or consumes an API of it; the entity itself is no consumer of itself. */
function consumers(
  { relations, views }: EntityIndex,
  { ref, partial }: ConsumerQuestion,
): readonly string[] {
  const dependents = relations.targets(ref, RELATION_DEPENDENCY_OF);
  const direct = relations.targets(ref, RELATION_API_CONSUMED_BY);
  const apis = relations.targets(ref, RELATION_PROVIDES_API);
  // Nobody uses most of a catalog, and most of the rest has no API.
  if (!direct.length && !apis.length) {
    return dependents.includes(ref)
      ? dependents.filter(one => one !== ref)
      : dependents;
  }
  const found = new Set(dependents);
  direct.forEach(consumer => found.add(consumer));
  for (const api of apis) {
    if (partial || views.has(api)) {
      relations
        .targets(api, RELATION_API_CONSUMED_BY)
        .forEach(consumer => found.add(consumer));
    }
  }
  found.delete(ref);
  return [...found];
}

/**
 * The distinct owner Groups of the consumers of an entity, other than its own owners, in reference
 * order. A Group that the index does not hold is no team, unless the index is known to be cut.
 */
export function consumerTeamsOf(
  index: EntityIndex,
  question: ConsumerQuestion,
): readonly string[] {
  const all = consumers(index, question);
  if (all.length === 0) return NO_TEAMS;
  const own = index.relations.targets(question.ref, RELATION_OWNED_BY);
  const teams = new Set<string>();
  for (const consumer of all) {
    for (const owner of index.relations.targets(consumer, RELATION_OWNED_BY)) {
      if (
        owner.startsWith('group:') &&
        !own.includes(owner) &&
        !teams.has(owner) &&
        (question.partial || index.views.has(owner))
      ) {
        teams.add(owner);
      }
    }
  }
  return teams.size === 0 ? NO_TEAMS : [...teams].sort();
}
