import type {
  Lifecycle,
  Stage,
  Status,
  Tier,
} from '@backstage-maturity/plugin-maturity-common';

/** References that a caller may see; undefined when everything is visible. */
export type Visible = ReadonlySet<string> | undefined;

/** Which scorecards are meant; every part that is given must hold. */
export interface ScorecardFilter {
  visible?: Visible;
  /** Levels of one track; null where the track does not apply. */
  levels?: { track: string; values: readonly (number | null)[] };
  /** Null for deprecated entities. */
  stages?: readonly (Stage | null)[];
  /** Owner references, compared with the owner itself. */
  owners?: readonly string[];
  /** References of groups, users, systems or domains that hold the entity, nested ones too. */
  scopes?: readonly string[];
  systems?: readonly string[];
  tiers?: readonly (Tier | null)[];
  types?: readonly string[];
  lifecycles?: readonly Lifecycle[];
  results?: { check: string; statuses: readonly Status[] };
  /** Part of the name, title or reference, in lower case. */
  text?: string;
}

/** Fields of the order of a list that need no further word. */
export const SORT_FIELDS = [
  'name',
  'overall',
  'tier',
  'stage',
  'owner',
  'system',
  'type',
  'evaluated',
] as const;

/** An order; the reference of the entity decides between equals. Missing values come last. */
export type Sort = { descending: boolean } & (
  | { field: (typeof SORT_FIELDS)[number] }
  | { field: 'level' | 'score'; track: string }
);

/** A place between two rows of an ordered list. It holds values, not positions, so rows may come and go. */
export interface Cursor {
  /** Whether the page lies after or before the place. */
  direction: 'after' | 'before';
  /** Value of the sorted field in the row at the place. */
  value: string | number;
  entityRef: string;
}

/** A page of an ordered list. */
export interface ScorecardQuery extends ScorecardFilter {
  sort: Sort;
  cursor?: Cursor;
  limit: number;
}
