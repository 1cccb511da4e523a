import type { Place } from './types';

const ANNOTATION_PATH = 'metadata.annotations.';
const FACT_PATH = 'facts.';

/** First words of the paths that a predicate may name. */
export const ROOTS = [
  'apiVersion',
  'facts',
  'kind',
  'metadata',
  'relations',
  'spec',
  'status',
] as const;

/** The first word of a path. */
export function rootOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** Where a path of a predicate looks. Everything after `metadata.annotations.` is one key, dots and slashes included. */
export function placeOf(path: string): Place {
  if (path.startsWith(ANNOTATION_PATH)) {
    return { kind: 'annotation', key: path.slice(ANNOTATION_PATH.length) };
  }
  if (path.startsWith(FACT_PATH)) {
    return { kind: 'fact', path: path.slice(FACT_PATH.length) };
  }
  return { kind: 'field', path };
}

/** A place as people write it: the key of an annotation, else the path. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'annotation':
      return place.key;
    case 'fact':
      return `${FACT_PATH}${place.path}`;
    case 'field':
      return place.path;
    default: {
      const impossible: never = place;
      return impossible;
    }
  }
}
