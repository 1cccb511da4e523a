import type { EntityView } from '../entity/types';
import type { Replacement } from './types';

const NOTHING: readonly EntityView[] = [];

/** Where a reference is in a list that is sorted by reference, or where it would be. */
function positionOf(views: readonly EntityView[], ref: string): number {
  let from = 0;
  let to = views.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (views[middle].ref < ref) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Order of references. */
export function byRef(a: EntityView, b: EntityView): number {
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}

/** Entities of each kind, sorted by reference. */
export class KindIndex {
  private constructor(
    private readonly byKind: ReadonlyMap<string, readonly EntityView[]>,
  ) {}

  static of(views: Iterable<EntityView>): KindIndex {
    const byKind = new Map<string, EntityView[]>();
    for (const view of views) {
      const ofKind = byKind.get(view.kind);
      if (ofKind) ofKind.push(view);
      else byKind.set(view.kind, [view]);
    }
    for (const ofKind of byKind.values()) ofKind.sort(byRef);
    return new KindIndex(byKind);
  }

  get(kind: string): readonly EntityView[] {
    return this.byKind.get(kind) ?? NOTHING;
  }

  /** The index after some entities were replaced; lists without any of them belong to both. */
  with(changes: readonly Replacement[]): KindIndex {
    const byKind = new Map(this.byKind);
    const copied = new Map<string, EntityView[]>();
    const put = (old: EntityView, replacement: readonly EntityView[]) => {
      const { kind, ref } = old;
      const views = copied.get(kind) ?? [...this.get(kind)];
      copied.set(kind, views);
      byKind.set(kind, views);
      const at = positionOf(views, ref);
      views.splice(at, views.at(at)?.ref === ref ? 1 : 0, ...replacement);
    };
    for (const { before, after } of changes) {
      if (before) put(before, []);
      if (after) put(after, [after]);
    }
    return new KindIndex(byKind);
  }
}
