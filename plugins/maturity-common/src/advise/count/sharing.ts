import type { CatalogGraph } from '../../graph/types';

/** Number of other teams that use an entity. */
export interface FanIn {
  ref: string;
  teams: number;
}

const SHAREABLE = ['component', 'resource', 'api'] as const;

/** Everything that other teams use, most used first, then in reference order. */
export function fanIns(graph: CatalogGraph): FanIn[] {
  return SHAREABLE.flatMap(kind => graph.all(kind))
    .map(({ ref }) => ({ ref, teams: graph.consumerTeams(ref).length }))
    .filter(({ teams }) => teams > 0)
    .sort((a, b) => b.teams - a.teams || (a.ref < b.ref ? -1 : 1));
}
