import type { TrackScore } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import { toTracks, type TrackScoreRow } from '../rows';

/** Track scores of some entities, by entity reference. */
export async function readTracks(
  db: Db,
  entityRefs: readonly string[],
): Promise<Map<string, Record<string, TrackScore>>> {
  const query = db<TrackScoreRow>('maturity_track_scores').select('*');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  return toTracks(await query);
}
