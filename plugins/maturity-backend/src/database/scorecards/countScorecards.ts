import type { Db } from '../dialect';
import { applyFilter, SCORECARDS } from './applyFilter';
import type { ScorecardFilter } from './query';

/** How many scorecards a filter lets through. */
export async function countScorecards(
  db: Db,
  filter: ScorecardFilter,
): Promise<number> {
  const query = db(SCORECARDS).count({ count: '*' }).first();
  applyFilter(query, db, { ...filter, goal: 'count' });
  const row: { count?: string | number } | undefined = await query;
  return Number(row?.count ?? 0);
}
