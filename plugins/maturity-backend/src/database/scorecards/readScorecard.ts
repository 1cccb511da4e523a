import { SUMMARY_COLUMNS } from '../columns';
import type { Db } from '../dialect';
import type { FullScorecardRecord } from '../records';
import { type ScorecardRow, toFullScorecardRecord } from '../rows';
import { readTracks } from './readTracks';

/** One scorecard with its results; undefined when there is none. */
export async function readScorecard(
  db: Db,
  entityRef: string,
): Promise<FullScorecardRecord | undefined> {
  const row = await db<ScorecardRow & { results: string }>(
    'maturity_scorecards',
  )
    .select(...SUMMARY_COLUMNS, 'results')
    .where('entity_ref', entityRef)
    .first();
  if (!row) return undefined;
  const tracks = await readTracks(db, [entityRef]);
  return toFullScorecardRecord(row, tracks.get(entityRef));
}
