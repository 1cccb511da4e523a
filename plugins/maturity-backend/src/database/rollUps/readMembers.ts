import type { RollUpMember } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import type { ScorecardRecord } from '../records';
import { readTracks } from '../scorecards/readTracks';

interface MemberRow {
  entity_ref: string;
  lifecycle: ScorecardRecord['lifecycle'];
  tier: ScorecardRecord['tier'];
  stage: ScorecardRecord['stage'];
}

interface OpenRow {
  entity_ref: string;
  check_id: string;
  status: 'fail' | 'unknown';
}

/** Some scorecards as roll-ups see them, out of the tables of tracks and results. */
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
  const openQuery = db<OpenRow>('maturity_results')
    .select('entity_ref', 'check_id', 'status')
    .whereIn('status', ['fail', 'unknown']);
  whereAmong(openQuery, only);
  const openRows: OpenRow[] = await openQuery;
  const open = new Map<string, RollUpMember['open'][number][]>();
  for (const { entity_ref, check_id, status } of openRows) {
    const list = open.get(entity_ref);
    if (list) list.push({ check: check_id, status });
    else open.set(entity_ref, [{ check: check_id, status }]);
  }
  return rows.map(row => ({
    entityRef: row.entity_ref,
    lifecycle: row.lifecycle,
    // As in `packMember`.
    tier: row.tier ?? 4,
    stage: row.stage,
    tracks: tracks.get(row.entity_ref) ?? {},
    open: open.get(row.entity_ref) ?? [],
  }));
}
