import {
  createCatalogGraph,
  type DefinitionSet,
  type EntityView,
  type IndexedGraph,
} from '@backstage-maturity/plugin-maturity-common';

/** The catalog as it was read last, kept so that one entity can be evaluated without reading all again. */
export interface CatalogSnapshot {
  views: ReadonlyMap<string, EntityView>;
  /** Built when it is first asked for: a sweep that finds nothing changed needs none. */
  readonly graph: IndexedGraph;
  /** Epoch milliseconds. */
  readAt: number;
  /** Sum of the etags that were read; empty when nobody has added them up. */
  etags: string;
}

/** Indexes the entities of a catalog. */
export function createSnapshot(
  views: ReadonlyMap<string, EntityView>,
  options: { definitions: DefinitionSet; readAt: number; etags?: string },
): CatalogSnapshot {
  const { platformGroupTypes, stackAliases } = options.definitions.settings;
  let graph: IndexedGraph | undefined;
  return {
    views,
    readAt: options.readAt,
    etags: options.etags ?? '',
    get graph() {
      graph ??= createCatalogGraph(views.values(), {
        platformGroupTypes,
        stackAliases,
      });
      return graph;
    },
  };
}

/** The snapshot with one entity replaced, or removed when there is no view. */
export function replaceInSnapshot(
  snapshot: CatalogSnapshot,
  change: { ref: string; view: EntityView | undefined },
  definitions: DefinitionSet,
): CatalogSnapshot {
  const views = new Map(snapshot.views);
  if (change.view) views.set(change.ref, change.view);
  else views.delete(change.ref);
  const { readAt, etags } = snapshot;
  return createSnapshot(views, { definitions, readAt, etags });
}
