import type { RollUpMember } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import type { ScorecardRecord } from '../records';
import { readOpenResults } from '../scorecards/openResults';
import { readTracks } from '../scorecards/readTracks';

interface MemberRow {
  entity_ref: string;
  lifecycle: ScorecardRecord['lifecycle'];
  tier: ScorecardRecord['tier'];
  stage: ScorecardRecord['stage'];
}

/** Some scorecards as roll-ups see them, out of their results and the table of tracks. */
export async function readMembers(
  db: Db,
  entityRefs: readonly string[],
): Promise<RollUpMember[]> {
  const only = { db, column: 'entity_ref', values: entityRefs };
  const query = db<MemberRow>('maturity_scorecards').select(
    'entity_ref',
    'lifecycle',
    'tier',
    'stage',
  );
  whereAmong(query, only);
  const rows: MemberRow[] = await query;
  const tracks = await readTracks(db, entityRefs);
  const open = await readOpenResults(db, entityRefs);
  return rows.map(row => ({
    entityRef: row.entity_ref,
    lifecycle: row.lifecycle,
    // As in `packMember`.
    tier: row.tier ?? 4,
    stage: row.stage,
    tracks: tracks.get(row.entity_ref) ?? {},
    open: [...(open.get(row.entity_ref) ?? [])].flatMap(([check, status]) =>
      status === 'fail' || status === 'unknown' ? { check, status } : [],
    ),
  }));
}
