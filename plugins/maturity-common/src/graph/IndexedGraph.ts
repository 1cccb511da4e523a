import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { isTrue } from '../entity/annotationValue';
import { ownKey } from '../entity/keys';
import { declaredStacks } from '../entity/stacks';
import type { EntityView } from '../entity/types';
import { RelationIndex } from './relationIndex';
import type { CatalogGraph, GraphOptions, Target } from './types';
import { walk } from './walk';

/** Two entities with one reference: the first counts. */
export interface Duplicate {
  ref: string;
  kept: EntityView;
  dropped: EntityView;
}

const PLATFORM_KEY = ownKey('platform');
/** Kinds that a component can depend on or consume, and that can therefore be offered to it. */
const OFFERABLE_KINDS = ['api', 'component', 'resource'];

function byRef(a: EntityView, b: EntityView): number {
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}

function isGroupRef(ref: string): boolean {
  return ref.startsWith('group:');
}

/** The graph of a fixed set of entities. Answers are computed when first asked for, and kept. */
export class IndexedGraph implements CatalogGraph {
  readonly partial: boolean;
  /** Same reference as an earlier entity: not part of the graph. */
  readonly duplicates: readonly Duplicate[];
  private readonly views = new Map<string, EntityView>();
  private readonly relations: RelationIndex;
  private readonly platformGroupTypes: ReadonlySet<string>;
  private readonly stackAliases: ReadonlyMap<string, string> | undefined;
  private readonly kinds = new Map<string, readonly EntityView[]>();
  private readonly teams = new Map<string, readonly string[]>();
  private readonly chains = new Map<string, readonly EntityView[]>();
  private readonly memberLists = new Map<string, readonly EntityView[]>();
  private stacks: readonly string[] | undefined;
  private offerings: boolean | undefined;

  constructor(views: readonly EntityView[], options: GraphOptions) {
    const duplicates: Duplicate[] = [];
    for (const view of views) {
      const kept = this.views.get(view.ref);
      if (kept) {
        duplicates.push({ ref: view.ref, kept, dropped: view });
      } else {
        this.views.set(view.ref, view);
      }
    }
    this.duplicates = duplicates;
    this.partial = options.partial ?? false;
    this.platformGroupTypes = new Set(
      (options.platformGroupTypes ?? ['platform']).map(type =>
        type.trim().toLowerCase(),
      ),
    );
    this.stackAliases = options.stackAliases;
    this.relations = new RelationIndex(this.views.values());
  }

  /** All entities, sorted by reference. */
  get entities(): readonly EntityView[] {
    return [...this.views.values()].sort(byRef);
  }

  get(ref: string): EntityView | undefined {
    return this.views.get(ref.toLowerCase());
  }

  all(kind: string): readonly EntityView[] {
    if (this.kinds.size === 0) {
      this.groupByKind();
    }
    return this.kinds.get(kind.toLowerCase()) ?? [];
  }

  targets(ref: string, relation: string): readonly Target[] {
    return this.relations
      .targets(ref.toLowerCase(), relation)
      .map(target => ({ ref: target, view: this.views.get(target) }));
  }

  owners(ref: string): readonly Target[] {
    return this.targets(ref, RELATION_OWNED_BY);
  }

  places(
    ref: string,
    place: 'system' | 'domain' | 'owner',
  ): readonly EntityView[] {
    const self = ref.toLowerCase();
    switch (place) {
      case 'system':
        return this.withoutSelf(self, this.systemsOf(self));
      case 'domain':
        return this.withoutSelf(self, this.domainsOf(self));
      case 'owner':
        return this.withoutSelf(self, this.owningGroups(self));
      default: {
        const unreachable: never = place;
        return unreachable;
      }
    }
  }

  consumerTeams(ref: string): readonly string[] {
    const self = ref.toLowerCase();
    const known = this.teams.get(self);
    if (known) {
      return known;
    }
    const own = this.relations.targets(self, RELATION_OWNED_BY);
    const teams = new Set<string>();
    for (const consumer of this.consumers(self)) {
      for (const owner of this.relations.targets(consumer, RELATION_OWNED_BY)) {
        // A team that the graph does not hold is no team, unless the graph is known to be cut.
        const exists = this.partial || this.views.has(owner);
        if (isGroupRef(owner) && exists && !own.includes(owner)) {
          teams.add(owner);
        }
      }
    }
    const sorted = [...teams].sort();
    this.teams.set(self, sorted);
    return sorted;
  }

  providers(apiRef: string): readonly Target[] {
    return this.targets(apiRef, RELATION_API_PROVIDED_BY);
  }

  dangling(ref: string): readonly string[] {
    return this.relations.everyTarget(
      ref.toLowerCase(),
      target => !this.views.has(target),
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
    this.offerings ??= OFFERABLE_KINDS.some(kind =>
      this.all(kind).some(view => this.isPlatformOffering(view.ref)),
    );
    return this.offerings;
  }

  isPlatformOffering(ref: string): boolean {
    const view = this.get(ref);
    if (!view) {
      return false;
    }
    return (
      isTrue(view.read(PLATFORM_KEY)) ||
      this.owners(view.ref).some(
        owner =>
          owner.view?.kind === 'group' &&
          this.platformGroupTypes.has(owner.view.type),
      )
    );
  }

  members(ref: string): readonly EntityView[] {
    const self = ref.toLowerCase();
    const known = this.memberLists.get(self);
    if (known) {
      return known;
    }
    const members = this.membersOf(self)
      .flatMap(member => this.views.get(member) ?? [])
      .filter(view => view.kind === 'component')
      .sort(byRef);
    this.memberLists.set(self, members);
    return members;
  }

  private groupByKind() {
    const groups = new Map<string, EntityView[]>();
    for (const view of this.entities) {
      const group = groups.get(view.kind);
      if (group) {
        group.push(view);
      } else {
        groups.set(view.kind, [view]);
      }
    }
    groups.forEach((group, kind) => this.kinds.set(kind, group));
  }

  /** Targets of a relation that the graph holds and that are of a kind. */
  private held(ref: string, relation: string, kind: string): EntityView[] {
    const held: EntityView[] = [];
    for (const target of this.relations.targets(ref, relation)) {
      const view = this.views.get(target);
      if (view?.kind === kind) {
        held.push(view);
      }
    }
    return held;
  }

  /** In a circle an entity is above itself, but it inherits nothing from itself. */
  private withoutSelf(
    self: string,
    places: readonly EntityView[],
  ): readonly EntityView[] {
    return places.some(place => place.ref === self)
      ? places.filter(place => place.ref !== self)
      : places;
  }

  /** The places and what is above them, nearest first. */
  private upwards(places: readonly EntityView[]): readonly EntityView[] {
    // Thousands of components share the same few owners and systems.
    const [only, ...others] = places;
    if (only === undefined || others.length > 0) {
      return walk(places, place => this.above(place));
    }
    let chain = this.chains.get(only.ref);
    if (!chain) {
      chain = walk(places, place => this.above(place));
      this.chains.set(only.ref, chain);
    }
    return chain;
  }

  private above(place: EntityView): readonly EntityView[] {
    const relation =
      place.kind === 'group' ? RELATION_CHILD_OF : RELATION_PART_OF;
    return this.held(place.ref, relation, place.kind);
  }

  private systemsOf(ref: string): readonly EntityView[] {
    return this.upwards(this.held(ref, RELATION_PART_OF, 'system'));
  }

  private domainsOf(ref: string): readonly EntityView[] {
    const nearest = this.held(ref, RELATION_PART_OF, 'domain');
    for (const system of this.systemsOf(ref)) {
      nearest.push(...this.held(system.ref, RELATION_PART_OF, 'domain'));
    }
    return this.upwards([...new Set(nearest)]);
  }

  private owningGroups(ref: string): readonly EntityView[] {
    return this.upwards(this.held(ref, RELATION_OWNED_BY, 'group'));
  }

  /** What depends on an entity, or consumes an API of it; the entity itself is no consumer of itself. */
  private consumers(ref: string): ReadonlySet<string> {
    const consumers = new Set([
      ...this.relations.targets(ref, RELATION_DEPENDENCY_OF),
      ...this.relations.targets(ref, RELATION_API_CONSUMED_BY),
    ]);
    for (const api of this.relations.targets(ref, RELATION_PROVIDES_API)) {
      if (this.partial || this.views.has(api)) {
        this.relations
          .targets(api, RELATION_API_CONSUMED_BY)
          .forEach(consumer => consumers.add(consumer));
      }
    }
    consumers.delete(ref);
    return consumers;
  }

  private membersOf(ref: string): readonly string[] {
    const view = this.views.get(ref);
    switch (view?.kind) {
      case 'group': {
        const groups = walk([view], group =>
          this.held(group.ref, RELATION_PARENT_OF, 'group'),
        );
        return [...new Set(groups.flatMap(group => this.ownedBy(group.ref)))];
      }
      case 'user':
        return this.ownedBy(ref);
      case 'system':
      case 'domain':
        return walk([ref], whole =>
          this.relations
            .targets(whole, RELATION_HAS_PART)
            .filter(part => this.views.has(part)),
        );
      default:
        return [];
    }
  }

  private ownedBy(ref: string): readonly string[] {
    return this.relations.targets(ref, RELATION_OWNER_OF);
  }
}
