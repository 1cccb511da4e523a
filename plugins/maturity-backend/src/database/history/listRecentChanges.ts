import { type Db, whereAmong } from '../dialect';
import type { Visible } from '../scorecards/query';
import { decodeChanges } from './encodeChanges';
import type { Changes } from './HistoryRecord';

/** A change of levels, with what lists show of the entity. */
export interface RecentChange {
  entityRef: string;
  title: string;
  /** Declared tier. */
  tier: number | null;
  /** Epoch milliseconds. */
  changedAt: number;
  levels: Changes['levels'];
}

interface RecentRow {
  entity_ref: string;
  title: string;
  tier: number | null;
  changed_at: number | string;
  changes: string;
}

/**
 * The newest changes of levels since a moment, newest first, of entities that have a scorecard. Changes
 * that came with other definitions are left out: they tell nothing of the entities.
 */
export async function listRecentChanges(
  db: Db,
  options: { since: number; visible: Visible; limit: number },
): Promise<RecentChange[]> {
  const { since, visible, limit } = options;
  const query = db('maturity_history as h')
    .join('maturity_scorecards as s', 's.entity_ref', 'h.entity_ref')
    .where('h.new_definitions', false)
    .where('h.changed_at', '>=', since)
    // Quotes within values are escaped, so nothing else has this form.
    .where('h.changes', 'like', '%"levels":[[%')
    .orderBy([
      { column: 'h.changed_at', order: 'desc' },
      { column: 'h.id', order: 'desc' },
    ])
    .limit(limit)
    .select('h.entity_ref', 'h.changed_at', 'h.changes', 's.title', 's.tier');
  if (visible) {
    whereAmong(query, { db, column: 'h.entity_ref', values: visible });
  }
  const rows: RecentRow[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title,
    tier: row.tier,
    changedAt: Number(row.changed_at),
    levels: decodeChanges(row.changes).levels,
  }));
}
