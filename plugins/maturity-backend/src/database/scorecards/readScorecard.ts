import { SUMMARY_COLUMNS, TRACK_SCORE_COLUMNS } from '../columns';
import { type Db, isPostgres } from '../dialect';
import type { FullScorecardRecord } from '../records';
import {
  type ScorecardRow,
  toFullScorecardRecord,
  toTracks,
  type TrackScoreRow,
} from '../rows';

interface CardRow extends ScorecardRow {
  results: string;
  /** JSON list of rows of `maturity_track_scores`. */
  tracks: string;
}

/**
 * The track scores as one text, so that a single statement reads the levels and the results of the same
 * evaluation.
 */
function tracksSql(db: Db): string {
  const cells = Object.keys(TRACK_SCORE_COLUMNS).map(
    column => `'${column}', t.${column}`,
  );
  const [list, object] = isPostgres(db)
    ? ['json_agg', 'json_build_object']
    : ['json_group_array', 'json_object'];
  const rows = `${list}(${object}(${cells.join(', ')}))`;
  return `(select cast(coalesce(${rows}, '[]') as text)
    from maturity_track_scores t where t.entity_ref = s.entity_ref) as tracks`;
}

/** One scorecard with its results; undefined when there is none. */
export async function readScorecard(
  db: Db,
  entityRef: string,
): Promise<FullScorecardRecord | undefined> {
  const row: CardRow | undefined = await db('maturity_scorecards as s')
    .select(...SUMMARY_COLUMNS, 'results', db.raw(tracksSql(db)))
    .where('entity_ref', entityRef)
    .first();
  if (!row) return undefined;
  const tracks: TrackScoreRow[] = JSON.parse(row.tracks);
  return toFullScorecardRecord(row, toTracks(tracks).get(entityRef));
}
