import type { EntityView } from '../entity/types';
import { RelationIndex } from './relationIndex';

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

  constructor(entities: readonly EntityView[]) {
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
    this.views = views;
    this.duplicates = duplicates;
    this.relations = new RelationIndex(views.values());
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
