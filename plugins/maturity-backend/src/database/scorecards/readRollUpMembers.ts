import type { RollUpMember } from '@backstage-maturity/plugin-maturity-common';
import type { Db } from '../dialect';
import type { ScorecardRecord } from '../records';
import { toTracks, type TrackScoreRow } from '../rows';

/** What roll-ups need of a scorecard. */
export interface StoredMember extends RollUpMember {
  type: string;
  declaredTier: ScorecardRecord['tier'];
  ownerRef: string | null;
}

interface MemberRow {
  entity_ref: string;
  type: string;
  lifecycle: ScorecardRecord['lifecycle'];
  tier: ScorecardRecord['tier'];
  stage: ScorecardRecord['stage'];
  owner_ref: string | null;
}

interface OpenRow {
  entity_ref: string;
  check_id: string;
  status: 'fail' | 'unknown';
}

/** Every scorecard as roll-ups see it, in order of reference. */
export async function readRollUpMembers(db: Db): Promise<StoredMember[]> {
  const rows = await db<MemberRow>('maturity_scorecards')
    .select('entity_ref', 'type', 'lifecycle', 'tier', 'stage', 'owner_ref')
    .orderBy('entity_ref');
  const tracks = toTracks(
    await db<TrackScoreRow>('maturity_track_scores').select('*'),
  );
  const openRows = await db<OpenRow>('maturity_results')
    .select('entity_ref', 'check_id', 'status')
    .whereIn('status', ['fail', 'unknown'])
    .orderBy(['entity_ref', 'check_id']);
  const open = new Map<string, RollUpMember['open'][number][]>();
  for (const { entity_ref, check_id, status } of openRows) {
    const list = open.get(entity_ref);
    if (list) list.push({ check: check_id, status });
    else open.set(entity_ref, [{ check: check_id, status }]);
  }
  return rows.map(row => ({
    entityRef: row.entity_ref,
    type: row.type,
    lifecycle: row.lifecycle,
    declaredTier: row.tier,
    // A missing tier weighs as little as tier 4: nobody said that the service matters more.
    tier: row.tier ?? 4,
    stage: row.stage,
    ownerRef: row.owner_ref,
    tracks: tracks.get(row.entity_ref) ?? {},
    open: open.get(row.entity_ref) ?? [],
  }));
}
