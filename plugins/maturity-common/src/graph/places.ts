import {
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { EntityView } from '../entity/types';
import type { EntityIndex } from './entityIndex';
import { walk } from './walk';

/** Where an entity may inherit values from, nearest first. */
export class Places {
  /** Thousands of components share the same few owners, systems and domains. */
  private readonly chains = new Map<string, readonly EntityView[]>();
  /** The domains of what is in such a chain of systems and in no domain of its own. */
  private readonly domains = new WeakMap<
    readonly EntityView[],
    readonly EntityView[]
  >();

  constructor(private readonly index: EntityIndex) {}

  of(ref: string, place: 'system' | 'domain' | 'owner'): readonly EntityView[] {
    const places = this.including(ref, place);
    // In a circle an entity is above itself, but it inherits nothing from itself.
    return places.some(found => found.ref === ref)
      ? places.filter(found => found.ref !== ref)
      : places;
  }

  private including(
    ref: string,
    place: 'system' | 'domain' | 'owner',
  ): readonly EntityView[] {
    switch (place) {
      case 'system':
        return this.upwards(this.index.held(ref, RELATION_PART_OF, 'system'));
      case 'domain':
        return this.domainsOf(ref);
      case 'owner':
        return this.upwards(this.index.held(ref, RELATION_OWNED_BY, 'group'));
      default: {
        const unreachable: never = place;
        return unreachable;
      }
    }
  }

  private domainsOf(ref: string): readonly EntityView[] {
    const own = this.index.held(ref, RELATION_PART_OF, 'domain');
    const systems = this.including(ref, 'system');
    if (own.length > 0) return this.domainsAbove(own, systems);
    let domains = this.domains.get(systems);
    if (!domains) {
      domains = this.domainsAbove(own, systems);
      this.domains.set(systems, domains);
    }
    return domains;
  }

  private domainsAbove(
    own: readonly EntityView[],
    systems: readonly EntityView[],
  ): readonly EntityView[] {
    const nearest = new Set(own);
    for (const { ref } of systems) {
      for (const domain of this.index.held(ref, RELATION_PART_OF, 'domain')) {
        nearest.add(domain);
      }
    }
    return this.upwards([...nearest]);
  }

  /** The places and what is above them. */
  private upwards(places: readonly EntityView[]): readonly EntityView[] {
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
    return this.index.held(place.ref, relation, place.kind);
  }
}
