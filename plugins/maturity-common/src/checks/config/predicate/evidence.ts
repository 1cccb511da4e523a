import { ANNOTATION_PREFIX } from '../../../entity';
import { piece, rank, strongestFirst } from '../../engine/evidence';
import type { Evidence, Strength } from '../../types';
import { holds } from './holds';
import type { Subject } from './holds';
import { placeText, rootOf } from './place';
import type { Place, Predicate } from './types';

function strengthOf(place: Place): Strength {
  switch (place.kind) {
    case 'annotation':
      return place.key.startsWith(ANNOTATION_PREFIX) ? 'declared' : 'linked';
    case 'fact':
      return 'observed';
    case 'field':
      return rootOf(place.path) === 'relations' ? 'graph' : 'linked';
    default: {
      const impossible: never = place;
      return impossible;
    }
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.every(item => typeof item === 'string')
      ? value.join(', ')
      : `${value.length} items`;
  }
  return typeof value === 'object' && value !== null
    ? 'present'
    : String(value);
}

/** Rank of what a part rests on: its strongest piece that suffices alone; 0 for a part without evidence. */
function restsOn(evidence: readonly Evidence[]): number {
  let strongest: number | undefined;
  for (const { supporting, strength } of evidence) {
    if (!supporting) {
      strongest = Math.min(strongest ?? Infinity, rank(strength));
    }
  }
  return strongest ?? 0;
}

function collect(predicate: Predicate, subject: Subject): Evidence[] {
  switch (predicate.op) {
    case 'all': {
      const parts = predicate.parts.map(part => collect(part, subject));
      // Every part is needed, so what is stronger than the weakest part only supports.
      const weakest = Math.max(...parts.map(restsOn));
      return parts
        .flat()
        .map(each =>
          rank(each.strength) < weakest ? { ...each, supporting: true } : each,
        );
    }
    case 'any':
      return predicate.parts
        .filter(part => holds(part, subject))
        .flatMap(part => collect(part, subject));
    case 'match':
    case 'compare':
    case 'contains': {
      const value =
        predicate.op === 'compare'
          ? subject.numeric(predicate.place)
          : subject.value(predicate.place);
      return value === undefined
        ? []
        : [
            piece({
              strength: strengthOf(predicate.place),
              source: placeText(predicate.place),
              value: valueText(value),
            }),
          ];
    }
    case 'not':
    case 'itself':
      // What must not be there leaves nothing to show.
      return [];
    default: {
      const impossible: never = predicate;
      return impossible;
    }
  }
}

/**
 * The evidence behind a predicate that holds: what it names, with its value, strongest first. Keys of
 * ours are declared, other keys and fields of Backstage linked, relations graph, facts observed.
 */
export function evidenceOf(
  predicate: Predicate,
  subject: Subject,
): readonly Evidence[] {
  const found = collect(predicate, subject);
  if (found.length < 2) {
    return found;
  }
  const bySource = new Map<string, Evidence>();
  for (const item of found) {
    const known = bySource.get(item.source);
    if (!known || (known.supporting && !item.supporting)) {
      bySource.set(item.source, item);
    }
  }
  return strongestFirst([...bySource.values()]);
}
