import type { Knex } from 'knex';
import { SUMMARY_COLUMNS } from '../columns';
import { type Db, isPostgres } from '../dialect';
import type { ScorecardRecord } from '../records';
import { momentToMs, type ScorecardRow, toScorecardRecord } from '../rows';
import { applyFilter, SCORECARDS } from './applyFilter';
import type { Cursor, ScorecardQuery } from './query';
import { readTracks } from './readTracks';
import { sortExpression } from './sortExpression';

/** A page of a list and the places of the pages around it. */
export interface RecordPage {
  items: ScorecardRecord[];
  next?: Cursor;
  previous?: Cursor;
}

type ListedRow = ScorecardRow & { sort_value: string | number | Date };

function bound(
  db: Db,
  { sort }: ScorecardQuery,
  value: Cursor['value'],
): Knex.RawBinding {
  return sort.field === 'evaluated' && isPostgres(db) ? new Date(value) : value;
}

/** References and sorted values of a page, which an index holds for most filters. */
function keysQuery(db: Db, query: ScorecardQuery): Knex.QueryBuilder {
  const { cursor, sort } = query;
  const value = sortExpression(db, sort, query.visible);
  const backwards = cursor?.direction === 'before';
  const descending = sort.descending !== backwards;
  const direction = descending ? 'desc' : 'asc';
  const keys = db(SCORECARDS)
    .select('s.entity_ref')
    .select(db.raw('? as sort_value', [value]))
    .orderByRaw(db.raw(`? ${direction}`, [value]))
    .orderBy('s.entity_ref', direction)
    .limit(query.limit + 1);
  applyFilter(keys, db, query);
  if (cursor) {
    const sign = descending ? '<' : '>';
    const at = bound(db, query, cursor.value);
    keys.whereRaw(
      // As one comparison of pairs, so that an index leads straight to the place.
      db.raw(`(?, s.entity_ref) ${sign} (?, ?)`, [value, at, cursor.entityRef]),
    );
  }
  return keys;
}

/** The rows of a page. Sorting whole rows would read all that a filter lets through. */
function rowsQuery(db: Db, query: ScorecardQuery): Knex.QueryBuilder {
  const backwards = query.cursor?.direction === 'before';
  const direction = query.sort.descending !== backwards ? 'desc' : 'asc';
  return db
    .from(keysQuery(db, query).as('k'))
    .join('maturity_scorecards as s', 's.entity_ref', 'k.entity_ref')
    .select(SUMMARY_COLUMNS.map(column => `s.${column}`))
    .select('k.sort_value')
    .orderBy('k.sort_value', direction)
    .orderBy('k.entity_ref', direction);
}

function place(row: ListedRow, direction: Cursor['direction']): Cursor {
  const value = row.sort_value;
  return {
    direction,
    value: value instanceof Date ? momentToMs(value) : value,
    entityRef: row.entity_ref,
  };
}

/** A page of scorecards in the order asked for. */
export async function listScorecards(
  db: Db,
  query: ScorecardQuery,
): Promise<RecordPage> {
  const found: ListedRow[] = await rowsQuery(db, query);
  const more = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  const backwards = query.cursor?.direction === 'before';
  if (backwards) rows.reverse();

  const tracks = await readTracks(
    db,
    rows.map(row => row.entity_ref),
  );
  const page: RecordPage = {
    items: rows.map(row => toScorecardRecord(row, tracks.get(row.entity_ref))),
  };
  const first = rows.at(0);
  const last = rows.at(-1);
  if (last && (more || backwards)) page.next = place(last, 'after');
  if (first && (backwards ? more : query.cursor)) {
    page.previous = place(first, 'before');
  }
  return page;
}
