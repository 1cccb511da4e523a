import type { EntityView } from '../entity/types';
import { inverseRelation, readRelations } from './relations';

const NOTHING: readonly string[] = [];

/**
 * Outgoing relations of every reference, those that another entity declared the other way round
 * included, so that both ends of a relation give the same answer whoever wrote it down.
 */
export class RelationIndex {
  /** By type first: there are few types and many references, so this needs the fewest maps. */
  private readonly byType = new Map<string, Map<string, string[]>>();

  constructor(views: Iterable<EntityView>) {
    for (const view of views) {
      for (const { type, target, wellFormed } of readRelations(view)) {
        this.add(type, view.ref, target);
        const inverse = wellFormed ? inverseRelation(type) : undefined;
        if (inverse !== undefined) {
          this.add(inverse, target, view.ref);
        }
      }
    }
    for (const bySource of this.byType.values()) {
      for (const [source, targets] of bySource) {
        // Both ends often write the same relation down.
        if (targets.length > 1) {
          bySource.set(source, [...new Set(targets)].sort());
        }
      }
    }
  }

  /** Targets of a relation in reference order. */
  targets(ref: string, type: string): readonly string[] {
    return this.byType.get(type)?.get(ref) ?? NOTHING;
  }

  /** Targets of all relations, in reference order, that a test lets through. */
  everyTarget(
    ref: string,
    passes: (target: string) => boolean,
  ): readonly string[] {
    const found = new Set<string>();
    for (const bySource of this.byType.values()) {
      for (const target of bySource.get(ref) ?? NOTHING) {
        if (passes(target)) {
          found.add(target);
        }
      }
    }
    return found.size === 0 ? NOTHING : [...found].sort();
  }

  private add(type: string, source: string, target: string) {
    let bySource = this.byType.get(type);
    if (!bySource) {
      bySource = new Map();
      this.byType.set(type, bySource);
    }
    const targets = bySource.get(source);
    if (targets) {
      targets.push(target);
    } else {
      bySource.set(source, [target]);
    }
  }
}
