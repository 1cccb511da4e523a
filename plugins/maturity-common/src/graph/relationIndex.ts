import type { EntityView } from '../entity/types';
import { inverseRelation, readRelations } from './relations';

const NOTHING: readonly string[] = [];

/** Targets of one reference by slot; a slot stands for a type of relation. */
type Edges = (string[] | undefined)[];

/**
 * Outgoing relations of every reference, those that another entity declared the other way round
 * included, so that both ends of a relation give the same answer whoever wrote it down.
 *
 * Types are numbered and kept in one short list for each reference: a map of maps took half as long
 * again to build for ten thousand entities.
 */
export class RelationIndex {
  private readonly slots = new Map<string, number>();
  private readonly bySource = new Map<string, Edges>();

  constructor(views: Iterable<EntityView>) {
    for (const view of views) {
      const edges = this.edgesOf(view.ref);
      for (const { type, target, wellFormed } of readRelations(view)) {
        this.add(edges, type, target);
        const inverse = wellFormed ? inverseRelation(type) : undefined;
        if (inverse !== undefined) {
          this.add(this.edgesOf(target), inverse, view.ref);
        }
      }
    }
    for (const edges of this.bySource.values()) {
      edges.forEach((targets, slot) => {
        // Both ends often write the same relation down.
        if (targets && targets.length > 1) {
          edges[slot] = [...new Set(targets)].sort();
        }
      });
    }
  }

  /** Targets of a relation in reference order. */
  targets(ref: string, type: string): readonly string[] {
    const slot = this.slots.get(type);
    return slot === undefined
      ? NOTHING
      : this.bySource.get(ref)?.[slot] ?? NOTHING;
  }

  /** Targets of all relations, in reference order, that a test lets through. */
  everyTarget(
    ref: string,
    passes: (target: string) => boolean,
  ): readonly string[] {
    const found = new Set<string>();
    this.bySource.get(ref)?.forEach(targets => {
      targets?.filter(passes).forEach(target => found.add(target));
    });
    return found.size === 0 ? NOTHING : [...found].sort();
  }

  private edgesOf(ref: string): Edges {
    let edges = this.bySource.get(ref);
    if (!edges) {
      edges = [];
      this.bySource.set(ref, edges);
    }
    return edges;
  }

  private add(edges: Edges, type: string, target: string) {
    let slot = this.slots.get(type);
    if (slot === undefined) {
      slot = this.slots.size;
      this.slots.set(type, slot);
    }
    const targets = edges[slot];
    if (targets) {
      targets.push(target);
    } else {
      edges[slot] = [target];
    }
  }
}
