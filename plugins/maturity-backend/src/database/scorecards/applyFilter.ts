import type { Knex } from 'knex';
import { type Db, isPostgres, whereAmong } from '../dialect';
import { scopeMembers } from '../scopes/scopeMembers';
import type { ScorecardFilter } from './query';

/** `maturity_scorecards` under the short name that filters and orders use. */
export const SCORECARDS = { s: 'maturity_scorecards' } as const;

function contains(db: Db, column: string, part: string): Knex.Raw {
  return isPostgres(db)
    ? db.raw('strpos(??, ?) > 0', [column, part])
    : db.raw('instr(??, ?) > 0', [column, part]);
}

function whereIn<T extends string | number>(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (T | null)[],
): void {
  query.where(either => {
    either.whereIn(
      column,
      values.filter(value => value !== null),
    );
    if (values.includes(null)) either.orWhereNull(column);
  });
}

function whereLevel(
  query: Knex.QueryBuilder,
  db: Db,
  { track, values }: NonNullable<ScorecardFilter['levels']>,
): void {
  const onTrack = () =>
    db('maturity_track_scores as t')
      .select(db.raw('1'))
      .whereRaw('t.entity_ref = s.entity_ref')
      .where('t.track', track);
  const numbers = values.filter(value => value !== null);
  query.where(either => {
    either.whereExists(onTrack().whereIn('t.level', numbers));
    if (values.includes(null)) {
      either.orWhereNotExists(onTrack().whereNotNull('t.level'));
    }
  });
}

function whereStatus(
  query: Knex.QueryBuilder,
  db: Db,
  {
    check,
    statuses,
    goal,
  }: NonNullable<ScorecardFilter['results']> & { goal: Goal },
): void {
  const stored = () =>
    db('maturity_results as r')
      .select(db.raw('1'))
      .whereRaw('r.entity_ref = s.entity_ref')
      .where('r.check_id', check);
  const isStored =
    !statuses.includes('pass') && !statuses.includes('not-applicable');
  if (goal === 'count' && isStored) {
    // Looks at those that have the status; a page looks at those that come first in its order.
    const refs = db('maturity_results as r')
      .select('r.entity_ref')
      .where('r.check_id', check)
      .whereIn('r.status', [...statuses]);
    query.whereIn('s.entity_ref', refs);
    return;
  }
  const passed = contains(db, 's.passed', `|${check}|`);
  query.where(either => {
    either.whereExists(stored().whereIn('r.status', [...statuses]));
    if (statuses.includes('pass')) either.orWhereRaw(passed);
    if (statuses.includes('not-applicable')) {
      either.orWhere(neither =>
        neither.whereNotExists(stored()).whereRaw(db.raw('not (?)', [passed])),
      );
    }
  });
}

function whereInScopes(
  query: Knex.QueryBuilder,
  db: Db,
  scopes: readonly string[],
): void {
  const members = db
    .select('entity_ref')
    .from(scopeMembers(db, scopes).as('m'));
  query.whereIn('s.entity_ref', members);
}

/**
 * Name, title and reference are searched in the index by name, which holds the last two, and the first as
 * the end of the last: about a tenth of what a walk through the rows would read. Trigrams would read less
 * still, but need an extension that a managed PostgreSQL may not allow and SQLite has in another form.
 * The whole index is read at most, 11 MB for 100,000 components.
 */
function whereText(query: Knex.QueryBuilder, db: Db, text: string): void {
  const found = (either: Knex.QueryBuilder, table: string) =>
    either
      .whereRaw(contains(db, `${table}.sort_name`, text))
      .orWhereRaw(contains(db, `${table}.entity_ref`, text));
  if (isPostgres(db)) {
    // A query that asks for nothing else is answered by the index alone, and as an array it is asked once.
    const refs = db('maturity_scorecards as n').select('n.entity_ref');
    query.whereRaw('s.entity_ref = any(array(?))', [found(refs, 'n')]);
  } else {
    query.where(either => found(either, 's'));
  }
}

/** Whether a query counts all that a filter lets through, or gives the first of them in some order. */
export type Goal = 'count' | 'page';

/** Restricts a query over `SCORECARDS`. */
export function applyFilter(
  query: Knex.QueryBuilder,
  db: Db,
  filter: ScorecardFilter & { goal?: Goal },
): void {
  const { goal = 'page' } = filter;
  if (filter.visible) {
    const values = filter.visible;
    whereAmong(query, { db, column: 's.entity_ref', values });
  }
  if (filter.levels) whereLevel(query, db, filter.levels);
  if (filter.stages) whereIn(query, 's.stage', filter.stages);
  if (filter.owners) whereIn(query, 's.owner_ref', filter.owners);
  if (filter.scopes) whereInScopes(query, db, filter.scopes);
  if (filter.systems) whereInScopes(query, db, filter.systems);
  if (filter.tiers) whereIn(query, 's.tier', filter.tiers);
  if (filter.types) whereIn(query, 's.type', filter.types);
  if (filter.lifecycles) whereIn(query, 's.lifecycle', filter.lifecycles);
  if (filter.results) whereStatus(query, db, { ...filter.results, goal });
  if (filter.text) whereText(query, db, filter.text);
}
