import type { EntityView, Tier } from '../../entity/types';
import type { CatalogGraph, Target } from '../../graph/types';
import type { Clock } from '../Clock';
import type { CheckContext, EntityFacts, Settings } from '../types';
import type { Place } from './traits';

/** What all checks of one entity share. They ask the graph the same about it, and are told what it said first. */
export class EntityContext implements CheckContext {
  readonly view: EntityView;
  readonly graph: CatalogGraph;
  readonly settings: Settings;
  readonly facts: EntityFacts;
  readonly clock: Clock;
  readonly effectiveTier: Tier;
  readonly #places = new Map<Place, readonly EntityView[]>();
  readonly #targets = new Map<string, readonly Target[]>();

  constructor(parts: {
    view: EntityView;
    graph: CatalogGraph;
    settings: Settings;
    facts: EntityFacts;
    clock: Clock;
    effectiveTier: Tier;
  }) {
    this.view = parts.view;
    this.graph = parts.graph;
    this.settings = parts.settings;
    this.facts = parts.facts;
    this.clock = parts.clock;
    this.effectiveTier = parts.effectiveTier;
  }

  get now(): number {
    return this.clock.read();
  }

  places(place: Place): readonly EntityView[] {
    let found = this.#places.get(place);
    if (!found) {
      found = this.graph.places(this.view.ref, place);
      this.#places.set(place, found);
    }
    return found;
  }

  targets(relation: string): readonly Target[] {
    let found = this.#targets.get(relation);
    if (!found) {
      found = this.graph.targets(this.view.ref, relation);
      this.#targets.set(relation, found);
    }
    return found;
  }
}
