import type { EntityView } from '../entity/types';
import { inverseRelation, type Relation, relationsOf } from './relations';
import type { Edge, Replacement } from './types';

const NOTHING: readonly string[] = [];

/** Targets of one reference by slot; a slot stands for a type of relation. */
type Edges = (string[] | undefined)[];

/** What goes out from one reference. */
interface Node {
  /** The one text of this reference that all lists share: equal texts at many places cost memory, and time to compare. */
  readonly ref: string;
  readonly edges: Edges;
}

/** What entities declare, each read once. */
class Declarations {
  private readonly known = new Map<string, readonly Relation[]>();

  constructor(private readonly views: ReadonlyMap<string, EntityView>) {}

  /** Whether either end of an edge declares it. */
  has({ source, type, target }: Edge): boolean {
    const inverse = inverseRelation(type);
    return (
      this.of(source).some(one => one.type === type && one.target === target) ||
      (inverse !== undefined &&
        this.of(target).some(
          one =>
            one.wellFormed && one.type === inverse && one.target === source,
        ))
    );
  }

  private of(ref: string): readonly Relation[] {
    let relations = this.known.get(ref);
    if (!relations) {
      const view = this.views.get(ref);
      relations = view ? relationsOf(view) : [];
      this.known.set(ref, relations);
    }
    return relations;
  }
}

/** The edges, both ways, that an entity declares only before or only after a change. */
function movedEdges({ before, after }: Replacement): Edge[] {
  const source = (before ?? after)?.ref ?? '';
  const old = before ? relationsOf(before) : [];
  const now = after ? relationsOf(after) : [];
  const textOf = ({ type, target }: Relation) => `${type}\n${target}`;
  const oldTexts = new Set(old.map(textOf));
  const newTexts = new Set(now.map(textOf));
  const moved = [
    ...old.filter(one => !newTexts.has(textOf(one))),
    ...now.filter(one => !oldTexts.has(textOf(one))),
  ];
  return moved.flatMap(({ type, target, wellFormed }) => {
    const edge = { source, type, target };
    const inverse = wellFormed ? inverseRelation(type) : undefined;
    return inverse === undefined
      ? [edge]
      : [edge, { source: target, type: inverse, target: source }];
  });
}

/**
 * Outgoing relations of every reference, those that another entity declared the other way round
 * included, so that both ends of a relation give the same answer whoever wrote it down.
 *
 * Types are numbered and kept in one short list for each reference: a map of maps took half as long
 * again to build for ten thousand entities.
 */
export class RelationIndex {
  // Types are only ever added, so indexes that come from each other share their numbers.
  private readonly slots: Map<string, number>;
  private readonly bySource: Map<string, Node>;

  constructor(views: readonly EntityView[], from?: RelationIndex) {
    this.slots = from?.slots ?? new Map();
    this.bySource = new Map(from?.bySource);
    // Entities first: their own texts of their references are those that everybody asks with.
    const nodes = views.map(({ ref }) => this.nodeOf(ref));
    views.forEach((view, at) => {
      const node = nodes[at];
      for (const { type, target, wellFormed } of relationsOf(view)) {
        const other = this.nodeOf(target);
        this.add(node, type, other);
        const inverse = wellFormed ? inverseRelation(type) : undefined;
        if (inverse !== undefined) {
          this.add(other, inverse, node);
        }
      }
    });
    for (const { edges } of this.bySource.values()) {
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
      : this.bySource.get(ref)?.edges[slot] ?? NOTHING;
  }

  /** Targets of all relations, in reference order, that a test lets through. */
  everyTarget(
    ref: string,
    passes: (target: string) => boolean,
  ): readonly string[] {
    let found: Set<string> | undefined;
    for (const targets of this.bySource.get(ref)?.edges ?? []) {
      for (const target of targets ?? NOTHING) {
        if (!passes(target)) continue;
        found ??= new Set();
        found.add(target);
      }
    }
    return found ? [...found].sort() : NOTHING;
  }

  /**
   * Who names one of some references in a relation that no reference has back, such as one that only a processor
   * of somebody's own knows. It looks at all references, but only where there is such a relation.
   */
  oneWaySources(targets: ReadonlySet<string>): readonly string[] {
    const slots = [...this.slots].flatMap(([type, slot]) =>
      inverseRelation(type) === undefined ? slot : [],
    );
    if (!slots.length || !targets.size) return NOTHING;
    const sources: string[] = [];
    for (const { ref, edges } of this.bySource.values()) {
      if (slots.some(slot => edges[slot]?.some(one => targets.has(one)))) {
        sources.push(ref);
      }
    }
    return sources;
  }

  /**
   * The index after some entities were replaced, and the edges that it has more or less. Lists that stay
   * as they are belong to both indexes.
   *
   * @param views - all entities as they are now
   */
  with(
    changes: readonly Replacement[],
    views: ReadonlyMap<string, EntityView>,
  ): { relations: RelationIndex; edges: readonly Edge[] } {
    const declared = new Declarations(views);
    const relations = new RelationIndex([], this);
    const edges: Edge[] = [];
    const copied = new Set<string>();
    for (const edge of changes.flatMap(movedEdges)) {
      const { source, type, target } = edge;
      const isThere = relations.targets(source, type).includes(target);
      if (declared.has(edge) === isThere) continue;
      edges.push(edge);
      if (!copied.has(source)) {
        copied.add(source);
        const { ref, edges: lists } = relations.nodeOf(source);
        relations.bySource.set(ref, { ref, edges: [...lists] });
      }
      relations.toggle(edge, isThere);
    }
    return { relations, edges };
  }

  private toggle({ source, type, target }: Edge, isThere: boolean): void {
    const { edges } = this.nodeOf(source);
    const slot = this.slotOf(type);
    const targets = edges[slot] ?? [];
    const next = isThere
      ? targets.filter(one => one !== target)
      : [...targets, target].sort();
    edges[slot] = next.length ? next : undefined;
  }

  private nodeOf(ref: string): Node {
    let node = this.bySource.get(ref);
    if (!node) {
      node = { ref, edges: [] };
      this.bySource.set(ref, node);
    }
    return node;
  }

  private slotOf(type: string): number {
    let slot = this.slots.get(type);
    if (slot === undefined) {
      slot = this.slots.size;
      this.slots.set(type, slot);
    }
    return slot;
  }

  private add({ edges }: Node, type: string, { ref }: Node) {
    const slot = this.slotOf(type);
    const targets = edges[slot];
    if (targets) {
      targets.push(ref);
    } else {
      edges[slot] = [ref];
    }
  }
}
