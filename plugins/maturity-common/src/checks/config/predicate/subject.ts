import { annotationText } from '../../../entity';
import type { EntityView } from '../../../entity';
import { RELATION_TYPES } from '../../../graph/relations';
import type { CatalogGraph } from '../../../graph/types';
import type { EntityFacts } from '../../types';
import type { Subject } from './holds';
import type { Place } from './types';
import { valueAt } from './valueAt';

/** Looks each path up once: most checks of an entity filter by the same few fields. */
class PathReader {
  readonly #found = new Map<string, unknown>();

  constructor(readonly document: unknown) {}

  at(path: string): unknown {
    const known = this.#found.get(path);
    if (known !== undefined || this.#found.has(path)) {
      return known;
    }
    const value = valueAt(this.document, path);
    this.#found.set(path, value);
    return value;
  }
}

/** What a predicate may look at besides the entity itself. */
interface Surroundings {
  facts: EntityFacts;
  graph: CatalogGraph;
}

class EntitySubject implements Subject {
  readonly facts: EntityFacts;
  readonly graph: CatalogGraph;
  readonly #fields: PathReader;
  readonly #facts: PathReader;
  #relations: readonly unknown[] | undefined;

  constructor(readonly view: EntityView, { facts, graph }: Surroundings) {
    this.facts = facts;
    this.graph = graph;
    this.#fields = new PathReader(view.entity);
    this.#facts = new PathReader(facts.sources);
  }

  value(place: Place): unknown {
    switch (place.kind) {
      case 'annotation': {
        const annotation = this.view.read(place.key);
        return annotation.state === 'value' ? annotation.value : undefined;
      }
      case 'fact':
        return this.#facts.at(place.path);
      case 'field':
        return place.path === 'relations'
          ? this.relations()
          : this.#fields.at(place.path);
      default: {
        const impossible: never = place;
        return impossible;
      }
    }
  }

  numeric(place: Place): unknown {
    return place.kind === 'annotation'
      ? annotationText(this.view.read(place.key))
      : this.value(place);
  }

  /** As the catalog stored them; a plain file has none, and the graph derives them from `spec`. */
  private relations(): unknown {
    const stored = this.#fields.at('relations');
    if (Array.isArray(stored)) {
      return stored;
    }
    this.#relations ??= RELATION_TYPES.flatMap(type =>
      this.graph
        .targets(this.view.ref, type)
        .map(({ ref }) => ({ type, targetRef: ref })),
    );
    return this.#relations;
  }
}

const subjects = new WeakMap<EntityView, EntitySubject>();

/**
 * An entity with its facts as the subject of a predicate. Annotations go through the shared value
 * rules: empty, negative and placeholder values count as absent. Relations of plain files are those that
 * the catalog would derive. Every other field is read as written, `spec.lifecycle` included.
 */
export function entitySubject(
  view: EntityView,
  surroundings: Surroundings,
): Subject {
  const known = subjects.get(view);
  if (
    known?.facts === surroundings.facts &&
    known.graph === surroundings.graph
  ) {
    return known;
  }
  const subject = new EntitySubject(view, surroundings);
  subjects.set(view, subject);
  return subject;
}

/** The first fact source that could not be read and that one of the places needs, with what went wrong. */
export function unreadSource(
  places: readonly Place[],
  facts: EntityFacts,
): { source: string; message: string } | undefined {
  if (!facts.errors) {
    return undefined;
  }
  for (const [source, message] of Object.entries(facts.errors)) {
    const needed = places.some(
      place =>
        place.kind === 'fact' &&
        (place.path === source || place.path.startsWith(`${source}.`)),
    );
    if (needed) {
      return { source, message };
    }
  }
  return undefined;
}
