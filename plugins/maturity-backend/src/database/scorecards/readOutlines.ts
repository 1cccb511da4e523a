import { SUMMARY_COLUMNS } from '../columns';
import { type Db, whereAmong } from '../dialect';
import type { FullScorecardRecord } from '../records';
import { type ScorecardRow, toScorecardRecord } from '../rows';
import { outlineResults } from '../storedResults';
import { readTracks } from './readTracks';

/**
 * Some scorecards with the results of some checks, and the statuses alone of the others; those that are
 * not there are left out.
 */
export async function readOutlines(
  db: Db,
  entityRefs: readonly string[],
  inFull: ReadonlySet<string>,
): Promise<FullScorecardRecord[]> {
  const query = db<ScorecardRow & { results: string }>(
    'maturity_scorecards',
  ).select(...SUMMARY_COLUMNS, 'results');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  const rows: (ScorecardRow & { results: string })[] = await query;
  const tracks = await readTracks(db, entityRefs);
  return rows.map(row => ({
    ...toScorecardRecord(row, tracks.get(row.entity_ref)),
    results: outlineResults(row.results, inFull),
  }));
}
