import {
  RELATION_API_PROVIDED_BY,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { isTrue } from '../entity/annotationValue';
import { ownKey } from '../entity/keys';
import { declaredStacks } from '../entity/stacks';
import type { EntityView } from '../entity/types';
import { consumerTeamsOf } from './consumers';
import { type Duplicate, EntityIndex } from './entityIndex';
import { byRef, KindIndex } from './kindIndex';
import { membersOf } from './members';
import { Places } from './places';
import type {
  CatalogGraph,
  Edge,
  ViewChange,
  GraphOptions,
  Replacement,
  Target,
} from './types';

const PLATFORM_KEY = ownKey('platform');
/** Kinds that a component can depend on or consume, and that can therefore be offered to it. */
const OFFERABLE_KINDS = ['api', 'component', 'resource'];

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
  private readonly platformOfferings = new Map<string, boolean>();
  private stacks: readonly string[] | undefined;
  /** The first offering that was found; null when there is none. */
  private offering: string | null | undefined;

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
      after.offering = this.offeringAfter(changes, after);
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
    if (this.offering === undefined) this.offering = this.findOffering();
    return this.offering !== null;
  }

  isPlatformOffering(ref: string): boolean {
    const self = ref.toLowerCase();
    let offered = this.platformOfferings.get(self);
    if (offered === undefined) {
      offered = this.isOffered(self);
      this.platformOfferings.set(self, offered);
    }
    return offered;
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

  /** The offering of the graph that follows a change of anything but groups; undefined when it must be looked for. */
  private offeringAfter(
    changes: readonly ViewChange[],
    next: IndexedGraph,
  ): string | null | undefined {
    const { offering } = this;
    if (typeof offering === 'string') {
      return changes.some(({ ref }) => ref === offering) ? undefined : offering;
    }
    const found = changes.find(
      ({ ref, view }) =>
        view &&
        OFFERABLE_KINDS.includes(view.kind) &&
        next.isPlatformOffering(ref),
    );
    return found?.ref ?? offering;
  }

  private findOffering(): string | null {
    for (const kind of OFFERABLE_KINDS) {
      const found = this.all(kind).find(view =>
        this.isPlatformOffering(view.ref),
      );
      if (found) return found.ref;
    }
    return null;
  }

  private isOffered(ref: string): boolean {
    const view = this.index.views.get(ref);
    if (!view) {
      return false;
    }
    return (
      isTrue(view.read(PLATFORM_KEY)) ||
      this.index
        .held(ref, RELATION_OWNED_BY, 'group')
        .some(group => this.platformGroupTypes.has(group.type))
    );
  }
}
