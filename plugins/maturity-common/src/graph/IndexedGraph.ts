import {
  RELATION_API_PROVIDED_BY,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { declaredStacks } from '../entity/stacks';
import type { EntityView } from '../entity/types';
import { consumerTeamsOf } from './consumers';
import { type Duplicate, EntityIndex } from './entityIndex';
import { byRef, KindIndex } from './kindIndex';
import { membersOf } from './members';
import { Offerings } from './offerings';
import { Places } from './places';
import type {
  CatalogGraph,
  Edge,
  ViewChange,
  GraphOptions,
  Replacement,
  Target,
} from './types';

/**
 * A graph after some entities were replaced, what was replaced, and the edges that it has more or less.
 *
 * @public
 */
export interface ChangedGraph {
  before: IndexedGraph;
  after: IndexedGraph;
  replaced: readonly Replacement[];
  edges: readonly Edge[];
}

/**
 * The graph of a fixed set of entities. Answers are computed when first asked for, and kept.
 *
 * @public
 */
export class IndexedGraph implements CatalogGraph {
  readonly partial: boolean;
  /** Entities with the same reference as an earlier one: not part of the graph. */
  readonly duplicates: readonly Duplicate[];
  private readonly index: EntityIndex;
  private readonly inheritance: Places;
  private readonly platformGroupTypes: ReadonlySet<string>;
  private readonly stackAliases: ReadonlyMap<string, string> | undefined;
  private readonly kinds: KindIndex;
  private readonly teams = new Map<string, readonly string[]>();
  private readonly memberLists = new Map<string, readonly EntityView[]>();
  private stacks: readonly string[] | undefined;
  private knownOfferings: Offerings | undefined;

  private constructor(
    { index, kinds }: { index: EntityIndex; kinds: KindIndex },
    private readonly options: GraphOptions,
  ) {
    this.partial = options.partial ?? false;
    this.platformGroupTypes = new Set(
      (options.platformGroupTypes ?? ['platform']).map(type =>
        type.trim().toLowerCase(),
      ),
    );
    this.stackAliases = options.stackAliases;
    this.index = index;
    this.inheritance = new Places(this.index);
    this.duplicates = this.index.duplicates;
    this.kinds = kinds;
  }

  static of(views: readonly EntityView[], options: GraphOptions): IndexedGraph {
    const index = EntityIndex.of(views);
    const kinds = KindIndex.of(index.views.values());
    return new IndexedGraph({ index, kinds }, options);
  }

  /**
   * The graph after some entities were replaced. What they do not touch is shared with this one, which
   * stays as it is.
   */
  with(changes: readonly ViewChange[]): ChangedGraph {
    const { index, replaced, edges } = this.index.with(changes);
    const kinds = this.kinds.with(replaced);
    const after = new IndexedGraph({ index, kinds }, this.options);
    const touched = new Set(
      replaced.flatMap(one => [one.before?.kind, one.after?.kind]),
    );
    if (!touched.has('template')) after.stacks = this.stacks;
    if (!touched.has('group')) {
      after.knownOfferings = this.knownOfferings?.with(changes, index);
    }
    return { before: this, after, replaced, edges };
  }

  /** All entities by reference. */
  get views(): ReadonlyMap<string, EntityView> {
    return this.index.views;
  }

  /** All entities, sorted by reference. */
  get entities(): readonly EntityView[] {
    return [...this.index.views.values()].sort(byRef);
  }

  get(ref: string): EntityView | undefined {
    return this.index.views.get(ref.toLowerCase());
  }

  all(kind: string): readonly EntityView[] {
    return this.kinds.get(kind.toLowerCase());
  }

  hasAny(kind: string): boolean {
    return this.all(kind).length > 0;
  }

  targets(ref: string, relation: string): readonly Target[] {
    return this.index.relations
      .targets(ref.toLowerCase(), relation)
      .map(target => ({ ref: target, view: this.index.views.get(target) }));
  }

  /** As `targets`, references alone. */
  targetRefs(ref: string, relation: string): readonly string[] {
    return this.index.relations.targets(ref.toLowerCase(), relation);
  }

  /** Who names one of some references, in lower case, in a relation that no reference has back. */
  oneWaySources(targets: ReadonlySet<string>): readonly string[] {
    return this.index.relations.oneWaySources(targets);
  }

  owners(ref: string): readonly Target[] {
    return this.targets(ref, RELATION_OWNED_BY);
  }

  places(
    ref: string,
    place: 'system' | 'domain' | 'owner',
  ): readonly EntityView[] {
    return this.inheritance.of(ref.toLowerCase(), place);
  }

  consumerTeams(ref: string): readonly string[] {
    const self = ref.toLowerCase();
    let teams = this.teams.get(self);
    if (!teams) {
      teams = consumerTeamsOf(this.index, { ref: self, partial: this.partial });
      this.teams.set(self, teams);
    }
    return teams;
  }

  providers(apiRef: string): readonly Target[] {
    return this.targets(apiRef, RELATION_API_PROVIDED_BY);
  }

  dangling(ref: string): readonly string[] {
    return this.index.relations.everyTarget(
      ref.toLowerCase(),
      target => !this.index.views.has(target),
    );
  }

  templateStacks(): readonly string[] {
    this.stacks ??= [
      ...new Set(
        this.all('template').flatMap(template =>
          declaredStacks(template, this.stackAliases).map(({ value }) => value),
        ),
      ),
    ].sort();
    return this.stacks;
  }

  hasPlatformOfferings(): boolean {
    return this.offerings.areUsable;
  }

  isPlatformOffering(ref: string): boolean {
    return this.offerings.has(ref.toLowerCase());
  }

  members(ref: string): readonly EntityView[] {
    const self = ref.toLowerCase();
    let members = this.memberLists.get(self);
    if (!members) {
      members = membersOf(this.index, self);
      this.memberLists.set(self, members);
    }
    return members;
  }

  private get offerings(): Offerings {
    this.knownOfferings ??= Offerings.of(
      this.index,
      new Set(
        this.all('group')
          .filter(({ type }) => this.platformGroupTypes.has(type))
          .map(({ ref }) => ref),
      ),
    );
    return this.knownOfferings;
  }
}
