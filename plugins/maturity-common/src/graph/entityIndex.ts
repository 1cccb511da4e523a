import type { EntityView } from '../entity/types';
import { RelationIndex } from './relationIndex';
import type { Edge, ViewChange, Replacement } from './types';

/**
 * Two entities with one reference: the first counts.
 *
 * @public
 */
export interface Duplicate {
  ref: string;
  kept: EntityView;
  dropped: EntityView;
}

/** Entities by reference and their relations. */
export class EntityIndex {
  readonly views: ReadonlyMap<string, EntityView>;
  readonly relations: RelationIndex;
  readonly duplicates: readonly Duplicate[];

  private constructor(parts: {
    views: ReadonlyMap<string, EntityView>;
    relations: RelationIndex;
    duplicates: readonly Duplicate[];
  }) {
    this.views = parts.views;
    this.relations = parts.relations;
    this.duplicates = parts.duplicates;
  }

  static of(entities: readonly EntityView[]): EntityIndex {
    const views = new Map<string, EntityView>();
    const duplicates: Duplicate[] = [];
    for (const view of entities) {
      const kept = views.get(view.ref);
      if (kept) {
        duplicates.push({ ref: view.ref, kept, dropped: view });
      } else {
        views.set(view.ref, view);
      }
    }
    const relations = new RelationIndex([...views.values()]);
    return new EntityIndex({ views, relations, duplicates });
  }

  /** The index after some entities were replaced, what was, and the edges that it has more or less. */
  with(changes: readonly ViewChange[]): {
    index: EntityIndex;
    replaced: readonly Replacement[];
    edges: readonly Edge[];
  } {
    const replaced = changes.map(({ ref, view }) => ({
      before: this.views.get(ref),
      after: view,
    }));
    const views = new Map(this.views);
    for (const { ref, view } of changes) {
      if (view) views.set(ref, view);
      else views.delete(ref);
    }
    const { relations, edges } = this.relations.with(replaced, views);
    const changed = new Set(changes.map(({ ref }) => ref));
    const duplicates = this.duplicates.filter(({ ref }) => !changed.has(ref));
    const index = new EntityIndex({ views, relations, duplicates });
    return { index, replaced, edges };
  }

  /** Targets of a relation that are of a kind and that the index holds. */
  held(ref: string, relation: string, kind: string): EntityView[] {
    const held: EntityView[] = [];
    for (const target of this.relations.targets(ref, relation)) {
      const view = this.views.get(target);
      if (view?.kind === kind) {
        held.push(view);
      }
    }
    return held;
  }
}
