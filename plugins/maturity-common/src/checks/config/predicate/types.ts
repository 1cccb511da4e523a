import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * Where a condition of a predicate looks.
 *
 * @public
 */
export type Place =
  | { kind: 'annotation'; key: string }
  | { kind: 'fact'; path: string }
  | { kind: 'field'; path: string };

/** Numeric comparisons, which the filter predicates of Backstage do not have. */
export const COMPARISONS = ['$gte', '$gt', '$lte', '$lt'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * A predicate, parsed. The leaves `match` and `itself` are evaluated by the library of Backstage; the
 * rest is ours, so that logic may mix both.
 */
export type Predicate =
  | { op: 'all'; parts: readonly Predicate[] }
  | { op: 'any'; parts: readonly Predicate[] }
  | { op: 'not'; part: Predicate }
  | {
      op: 'match';
      place: Place;
      /** A predicate over `{ value }`. */
      filter: FilterPredicate;
      text: string;
    }
  | { op: 'compare'; place: Place; comparison: Comparison; bound: number }
  | { op: 'contains'; place: Place; part: Predicate }
  /** Only inside `$contains`: compares the item itself with a plain value. */
  | { op: 'itself'; filter: FilterPredicate; text: string };

/** The operators of logic. */
export const LOGIC = ['$all', '$any', '$not'] as const;

/** The operators on one value. */
export const VALUE_OPERATORS = [
  '$exists',
  '$in',
  '$contains',
  '$hasPrefix',
  ...COMPARISONS,
] as const;
