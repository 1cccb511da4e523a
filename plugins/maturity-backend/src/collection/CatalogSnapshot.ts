import {
  type ChangedGraph,
  createCatalogGraph,
  type DefinitionSet,
  type ViewChange,
  type EntityView,
  type IndexedGraph,
} from '@backstage-maturity/plugin-maturity-common';

interface SnapshotParts {
  views: ReadonlyMap<string, EntityView>;
  definitions: DefinitionSet;
  readAt: number;
  etags?: string;
}

/** The catalog as it was read last, kept so that what changes can be evaluated without reading all again. */
export class CatalogSnapshot {
  readonly views: ReadonlyMap<string, EntityView>;
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** Sum of the etags that were read; empty when nobody has added them up. */
  readonly etags: string;
  readonly #definitions: DefinitionSet;
  #graph: IndexedGraph | undefined;

  constructor(parts: SnapshotParts, graph?: IndexedGraph) {
    this.views = parts.views;
    this.readAt = parts.readAt;
    this.etags = parts.etags ?? '';
    this.#definitions = parts.definitions;
    this.#graph = graph;
  }

  /** Built when it is first asked for: a sweep that finds nothing changed needs none. */
  get graph(): IndexedGraph {
    const { platformGroupTypes, stackAliases } = this.#definitions.settings;
    this.#graph ??= createCatalogGraph(this.views.values(), {
      platformGroupTypes,
      stackAliases,
    });
    return this.#graph;
  }

  /** Whether the graph is there already. */
  get isIndexed(): boolean {
    return this.#graph !== undefined;
  }

  /** The same entities, seen again later. */
  seenAgain(readAt: number, etags: string): CatalogSnapshot {
    const { views } = this;
    const definitions = this.#definitions;
    return new CatalogSnapshot(
      { views, definitions, readAt, etags },
      this.#graph,
    );
  }

  /** The catalog with some entities replaced or removed, and how its graph differs from this one. */
  with(
    changes: readonly ViewChange[],
    seen: { readAt: number; etags: string } = this,
  ): { snapshot: CatalogSnapshot; change: ChangedGraph } {
    const change = this.graph.with(changes);
    const { views } = change.after;
    const { readAt, etags } = seen;
    const definitions = this.#definitions;
    const snapshot = new CatalogSnapshot(
      { views, definitions, readAt, etags },
      change.after,
    );
    return { snapshot, change };
  }
}

/** Indexes the entities of a catalog. */
export function createSnapshot(
  views: ReadonlyMap<string, EntityView>,
  options: { definitions: DefinitionSet; readAt: number; etags?: string },
): CatalogSnapshot {
  return new CatalogSnapshot({ views, ...options });
}

/** Above this many changes a new graph costs less than a changed one. */
const MOST_CHANGES = 2_000;

/** A snapshot of entities some of which are those of an earlier one; it takes over what it can of the graph. */
export function followSnapshot(
  earlier: CatalogSnapshot | undefined,
  views: ReadonlyMap<string, EntityView>,
  options: { definitions: DefinitionSet; readAt: number; etags: string },
): CatalogSnapshot {
  if (!earlier) return createSnapshot(views, options);
  const changes: ViewChange[] = [];
  for (const [ref, view] of views) {
    if (earlier.views.get(ref) !== view) changes.push({ ref, view });
  }
  for (const ref of earlier.views.keys()) {
    if (!views.has(ref)) changes.push({ ref, view: undefined });
  }
  const { readAt, etags } = options;
  if (!changes.length) return earlier.seenAgain(readAt, etags);
  return earlier.isIndexed && changes.length <= MOST_CHANGES
    ? earlier.with(changes, options).snapshot
    : createSnapshot(views, options);
}
