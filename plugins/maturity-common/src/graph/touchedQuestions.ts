import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import type { ChangedGraph, IndexedGraph } from './IndexedGraph';
import { RELATION_TYPES } from './relations';
import type { Edge, Replacement } from './types';
import { walk } from './walk';

const UPWARDS = [RELATION_OWNED_BY, RELATION_PART_OF, RELATION_CHILD_OF];
const DOWNWARDS = [RELATION_OWNER_OF, RELATION_HAS_PART, RELATION_PARENT_OF];

/** Questions about an entity that its own relations answer, by their letters. */
const OF_RELATIONS = ['t', 'o', 'r', 'd'];

/** What a change touches as seen in one graph: that before or that after it. */
class Touched {
  constructor(
    private readonly graph: IndexedGraph,
    private readonly questions: Set<string>,
  ) {}

  addReplacement({ before, after }: Replacement): void {
    const view = after ?? before;
    if (!view) return;
    const { ref, kind } = view;
    this.ask('vgi', ref);
    if (before && after) {
      // Whether an entity is an offering hangs on the type of the group that owns it.
      if (kind === 'group' && before.type !== after.type) {
        this.refs(ref, RELATION_OWNER_OF).forEach(one => this.ask('i', one));
      }
      return;
    }
    // It came or went: whatever names it names something else now.
    this.ask('a', kind);
    for (const type of RELATION_TYPES) {
      for (const next of this.refs(ref, type)) {
        this.ask([...OF_RELATIONS, 'i', 'c'].join(''), next);
      }
    }
    this.addBelow(ref);
    this.addAbove(ref);
    for (const owned of this.refs(ref, RELATION_OWNER_OF)) {
      this.addConsumed(owned);
    }
  }

  /** What came or went is there, or missing, for whoever names it, in relations that it does not have back too. */
  addNaming(refs: ReadonlySet<string>): void {
    for (const source of this.graph.oneWaySources(refs)) {
      this.ask(OF_RELATIONS.join(''), source);
    }
  }

  addEdge({ source, type }: Edge): void {
    this.ask(OF_RELATIONS.join(''), source);
    switch (type) {
      case RELATION_OWNED_BY:
        this.ask('ic', source);
        this.addConsumed(source);
        this.addBelow(source);
        break;
      case RELATION_PART_OF:
      case RELATION_CHILD_OF:
        this.addBelow(source);
        break;
      case RELATION_OWNER_OF:
      case RELATION_HAS_PART:
      case RELATION_PARENT_OF:
        this.addAbove(source);
        break;
      case RELATION_API_CONSUMED_BY:
        this.ask('c', source);
        for (const provider of this.refs(source, RELATION_API_PROVIDED_BY)) {
          this.ask('c', provider);
        }
        break;
      case RELATION_DEPENDENCY_OF:
      case RELATION_PROVIDES_API:
        this.ask('c', source);
        break;
      default:
    }
  }

  /** Everything that may inherit from an entity looks for its places anew. */
  private addBelow(ref: string): void {
    for (const below of walk([ref], one => this.refsOf(one, DOWNWARDS))) {
      this.ask('p', below);
    }
  }

  /** Everything that holds an entity, however far above, has other members. */
  private addAbove(ref: string): void {
    for (const above of walk([ref], one => this.refsOf(one, UPWARDS))) {
      this.ask('m', above);
    }
  }

  /** What an entity consumes is consumed by another team, or by one less. */
  private addConsumed(ref: string): void {
    for (const used of this.refs(ref, RELATION_DEPENDS_ON)) {
      this.ask('c', used);
    }
    for (const api of this.refs(ref, RELATION_CONSUMES_API)) {
      this.ask('c', api);
      for (const provider of this.refs(api, RELATION_API_PROVIDED_BY)) {
        this.ask('c', provider);
      }
    }
  }

  private refs(ref: string, relation: string): readonly string[] {
    return this.graph.targetRefs(ref, relation);
  }

  private refsOf(ref: string, relations: readonly string[]): string[] {
    return relations.flatMap(relation => this.refs(ref, relation));
  }

  private ask(letters: string, ref: string): void {
    for (const letter of letters) this.questions.add(letter + ref);
  }
}

/**
 * The questions that a change of a graph may answer otherwise, without their second argument: the letter
 * of the method and the reference that is asked about. There may be some too many, never one too few;
 * whoever asked them looks whether the answer differs.
 *
 * @public
 */
export function touchedQuestions(change: ChangedGraph): ReadonlySet<string> {
  const questions = new Set<string>();
  const cameOrWent = new Set(
    change.replaced.flatMap(({ before, after }) =>
      before && after ? [] : (before ?? after)?.ref ?? [],
    ),
  );
  for (const graph of [change.before, change.after]) {
    const touched = new Touched(graph, questions);
    change.replaced.forEach(one => touched.addReplacement(one));
    touched.addNaming(cameOrWent);
    change.edges.forEach(edge => touched.addEdge(edge));
  }
  return questions;
}
