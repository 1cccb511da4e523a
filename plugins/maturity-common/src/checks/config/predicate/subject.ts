import { annotationText } from '../../../entity';
import type { EntityView } from '../../../entity';
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

class EntitySubject implements Subject {
  readonly #fields: PathReader;
  readonly #facts: PathReader;

  constructor(readonly view: EntityView, readonly facts: EntityFacts) {
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
        return this.#fields.at(place.path);
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
}

const subjects = new WeakMap<EntityView, EntitySubject>();

/**
 * An entity with its facts as the subject of a predicate. Annotations go through the shared value
 * rules: empty, negative and placeholder values count as absent. Every other field is read as written,
 * `spec.lifecycle` included.
 */
export function entitySubject(view: EntityView, facts: EntityFacts): Subject {
  const known = subjects.get(view);
  if (known?.facts === facts) {
    return known;
  }
  const subject = new EntitySubject(view, facts);
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
