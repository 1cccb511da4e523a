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
import { membersOf } from './members';
import { Places } from './places';
import type { CatalogGraph, GraphOptions, Target } from './types';

const PLATFORM_KEY = ownKey('platform');
/** Kinds that a component can depend on or consume, and that can therefore be offered to it. */
const OFFERABLE_KINDS = ['api', 'component', 'resource'];

function byRef(a: EntityView, b: EntityView): number {
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}

/**
 * The graph of a fixed set of entities. Answers are computed when first asked for, and kept.
 *
 * @public
 */
export class IndexedGraph implements CatalogGraph {
  readonly partial: boolean;
  /** All entities, sorted by reference. */
  readonly entities: readonly EntityView[];
  /** Entities with the same reference as an earlier one: not part of the graph. */
  readonly duplicates: readonly Duplicate[];
  private readonly index: EntityIndex;
  private readonly inheritance: Places;
  private readonly platformGroupTypes: ReadonlySet<string>;
  private readonly stackAliases: ReadonlyMap<string, string> | undefined;
  private readonly kinds = new Map<string, EntityView[]>();
  private readonly teams = new Map<string, readonly string[]>();
  private readonly memberLists = new Map<string, readonly EntityView[]>();
  private readonly platformOfferings = new Map<string, boolean>();
  private stacks: readonly string[] | undefined;
  private offerings: boolean | undefined;

  constructor(views: readonly EntityView[], options: GraphOptions) {
    this.partial = options.partial ?? false;
    this.platformGroupTypes = new Set(
      (options.platformGroupTypes ?? ['platform']).map(type =>
        type.trim().toLowerCase(),
      ),
    );
    this.stackAliases = options.stackAliases;
    this.index = new EntityIndex(views);
    this.inheritance = new Places(this.index);
    this.duplicates = this.index.duplicates;
    this.entities = [...this.index.views.values()].sort(byRef);
    for (const view of this.entities) {
      const ofKind = this.kinds.get(view.kind);
      if (ofKind) {
        ofKind.push(view);
      } else {
        this.kinds.set(view.kind, [view]);
      }
    }
  }

  get(ref: string): EntityView | undefined {
    return this.index.views.get(ref.toLowerCase());
  }

  all(kind: string): readonly EntityView[] {
    return this.kinds.get(kind.toLowerCase()) ?? [];
  }

  hasAny(kind: string): boolean {
    return this.all(kind).length > 0;
  }

  targets(ref: string, relation: string): readonly Target[] {
    return this.index.relations
      .targets(ref.toLowerCase(), relation)
      .map(target => ({ ref: target, view: this.index.views.get(target) }));
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
    this.offerings ??= OFFERABLE_KINDS.some(kind =>
      this.all(kind).some(view => this.isPlatformOffering(view.ref)),
    );
    return this.offerings;
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
