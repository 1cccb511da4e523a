import type { Knex } from 'knex';
import { among, type Db } from '../dialect';
import type { Sort, Visible } from './query';

// Greater than every stored value and still a small integer, so that missing values are last in ascending order, too.
const AFTER_ALL_NUMBERS = 30_000;
const AFTER_ALL_TEXTS = '\u{10ffff}';

function number(db: Db, column: string, descending: boolean): Knex.Raw {
  return db.raw('coalesce(??, ?)', [
    column,
    descending ? -1 : AFTER_ALL_NUMBERS,
  ]);
}

// A name that the caller may not see must not order the list, and must not get into a cursor.
function reference(options: {
  db: Db;
  column: string;
  descending: boolean;
  visible: Visible;
}): Knex.Raw {
  const { db, column, visible } = options;
  const last = options.descending ? '' : AFTER_ALL_TEXTS;
  if (!visible) return db.raw('coalesce(??, ?)', [column, last]);
  const { sql, bindings } = among({ db, column, values: visible });
  return db.raw(`case when ${sql} then ?? else ? end`, [
    ...bindings,
    column,
    last,
  ]);
}

/** The value by which a list over `SCORECARDS` is ordered; never null. */
export function sortExpression(db: Db, sort: Sort, visible: Visible): Knex.Raw {
  const { descending } = sort;
  switch (sort.field) {
    case 'name':
      return db.raw('??', ['s.sort_name']);
    case 'type':
      return db.raw('??', ['s.type']);
    case 'evaluated':
      return db.raw('??', ['s.evaluated_at']);
    case 'overall':
      return number(db, 's.overall', descending);
    case 'tier':
      return number(db, 's.tier', descending);
    case 'stage':
      return number(db, 's.stage_rank', descending);
    case 'owner':
      return reference({ db, column: 's.owner_ref', descending, visible });
    case 'system':
      return reference({ db, column: 's.system_ref', descending, visible });
    case 'level':
    case 'score':
      return db.raw(
        'coalesce((select ?? from maturity_track_scores o where o.entity_ref = s.entity_ref and o.track = ?), ?)',
        [`o.${sort.field}`, sort.track, descending ? -1 : AFTER_ALL_NUMBERS],
      );
    default: {
      const unknown: never = sort;
      throw new Error(`There is no order by "${JSON.stringify(unknown)}".`);
    }
  }
}
