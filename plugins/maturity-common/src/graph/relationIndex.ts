import type { EntityView } from '../entity/types';
import { inverseRelation, readRelations } from './relations';

const NOTHING: readonly string[] = [];

/**
 * Outgoing relations of every reference, those that another entity declared the other way round
 * included, so that both ends of a relation give the same answer whoever wrote it down.
 */
export class RelationIndex {
  private readonly bySource = new Map<string, Map<string, string[]>>();

  constructor(views: Iterable<EntityView>) {
    for (const view of views) {
      for (const { type, target, wellFormed } of readRelations(view)) {
        this.add(view.ref, type, target);
        const inverse = wellFormed ? inverseRelation(type) : undefined;
        if (inverse !== undefined) {
          this.add(target, inverse, view.ref);
        }
      }
    }
    for (const byType of this.bySource.values()) {
      for (const [type, targets] of byType) {
        // Both ends often write the same relation down.
        if (targets.length > 1) {
          byType.set(type, [...new Set(targets)].sort());
        }
      }
    }
  }

  /** Targets of a relation in reference order. */
  targets(ref: string, type: string): readonly string[] {
    return this.bySource.get(ref)?.get(type) ?? NOTHING;
  }

  /** Targets of all relations in reference order. */
  everyTarget(ref: string): readonly string[] {
    const byType = this.bySource.get(ref);
    return byType ? [...new Set([...byType.values()].flat())].sort() : NOTHING;
  }

  private add(source: string, type: string, target: string) {
    let byType = this.bySource.get(source);
    if (!byType) {
      byType = new Map();
      this.bySource.set(source, byType);
    }
    const targets = byType.get(type);
    if (targets) {
      targets.push(target);
    } else {
      byType.set(type, [target]);
    }
  }
}
