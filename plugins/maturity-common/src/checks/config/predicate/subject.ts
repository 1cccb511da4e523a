import { annotationText } from '../../../entity';
import type { EntityView } from '../../../entity';
import type { EntityFacts } from '../../types';
import type { Subject } from './holds';
import type { Place } from './types';
import { valueAt } from './valueAt';

/**
 * An entity with its facts as the subject of a predicate. Annotations go through the shared value
 * rules: empty, negative and placeholder values count as absent. Every other field is read as written,
 * `spec.lifecycle` included.
 */
export function entitySubject(view: EntityView, facts: EntityFacts): Subject {
  const value = (place: Place): unknown => {
    switch (place.kind) {
      case 'annotation': {
        const annotation = view.read(place.key);
        return annotation.state === 'value' ? annotation.value : undefined;
      }
      case 'fact':
        return valueAt(facts.sources, place.path);
      case 'field':
        return valueAt(view.entity, place.path);
      default: {
        const impossible: never = place;
        return impossible;
      }
    }
  };
  return {
    value,
    numeric: place =>
      place.kind === 'annotation'
        ? annotationText(view.read(place.key))
        : value(place),
  };
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
