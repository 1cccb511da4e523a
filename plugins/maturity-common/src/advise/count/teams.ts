import type { CatalogGraph } from '../../graph/types';

/**
 * References of the Users who are members of at least one of the teams, sorted. Empty also when the
 * catalog has no Users, which the caller can tell from the graph.
 */
export function developersOf(
  teams: ReadonlySet<string>,
  graph: CatalogGraph,
): string[] {
  const named = new Set(
    [...teams].flatMap(team =>
      graph.targets(team, 'hasMember').map(({ ref }) => ref),
    ),
  );
  return graph
    .all('user')
    .map(({ ref }) => ref)
    .filter(
      ref =>
        named.has(ref) ||
        graph.targets(ref, 'memberOf').some(({ ref: team }) => teams.has(team)),
    );
}
