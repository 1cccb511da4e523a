import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { isFiniteNumber } from '../json';
import type { Comparison, Place, Predicate } from './types';
import { valueAt } from './valueAt';

/** Reads values for a predicate. */
export interface Subject {
  /** The value at a place, with the annotation rules applied; undefined when absent. */
  value(place: Place): unknown;
  /** The value at a place for a numeric comparison, where `0` is a number and not a negative word. */
  numeric(place: Place): unknown;
  /** The item itself, inside `$contains`. */
  item?: unknown;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

function toNumber(value: unknown): number | undefined {
  if (isFiniteNumber(value)) {
    return value;
  }
  if (typeof value === 'string' && NUMBER.test(value.trim())) {
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  }
  return undefined;
}

/** Compares a number, or text that is one. What is not a number satisfies no comparison. */
function compares(
  value: unknown,
  comparison: Comparison,
  bound: number,
): boolean {
  const number = toNumber(value);
  if (number === undefined) {
    return false;
  }
  switch (comparison) {
    case '$gte':
      return number >= bound;
    case '$gt':
      return number > bound;
    case '$lte':
      return number <= bound;
    case '$lt':
      return number < bound;
    default: {
      const impossible: never = comparison;
      return impossible;
    }
  }
}

/** An item of a list as the subject of the predicate inside `$contains`. */
function itemSubject(item: unknown): Subject {
  const value = (place: Place) =>
    place.kind === 'field' ? valueAt(item, place.path) : undefined;
  return { value, numeric: value, item };
}

/** Whether a predicate holds for a subject. */
export function holds(predicate: Predicate, subject: Subject): boolean {
  switch (predicate.op) {
    case 'all':
      return predicate.parts.every(part => holds(part, subject));
    case 'any':
      return predicate.parts.some(part => holds(part, subject));
    case 'not':
      return !holds(predicate.part, subject);
    case 'match':
      return evaluateFilterPredicate(predicate.filter, {
        value: subject.value(predicate.place),
      });
    case 'compare':
      return compares(
        subject.numeric(predicate.place),
        predicate.comparison,
        predicate.bound,
      );
    case 'contains': {
      const list = subject.value(predicate.place);
      return (
        Array.isArray(list) &&
        list.some(item => holds(predicate.part, itemSubject(item)))
      );
    }
    case 'itself':
      return evaluateFilterPredicate(predicate.filter, subject.item);
    default: {
      const impossible: never = predicate;
      return impossible;
    }
  }
}
