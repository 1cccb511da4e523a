import { SUMMARY_COLUMNS } from '../columns';
import { type Db, whereAmong } from '../dialect';
import type { FullScorecardRecord } from '../records';
import { type ScorecardRow, toFullScorecardRecord } from '../rows';
import { readTracks } from './readTracks';

/** Some scorecards with their results; those that are not there are left out. */
export async function readScorecards(
  db: Db,
  entityRefs: readonly string[],
): Promise<FullScorecardRecord[]> {
  const query = db<ScorecardRow & { results: string }>(
    'maturity_scorecards',
  ).select(...SUMMARY_COLUMNS, 'results');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  const rows: (ScorecardRow & { results: string })[] = await query;
  const tracks = await readTracks(db, entityRefs);
  return rows.map(row =>
    toFullScorecardRecord(row, tracks.get(row.entity_ref)),
  );
}
