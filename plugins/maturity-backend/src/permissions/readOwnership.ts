import { type Db, whereAmong } from '../database';
import type { ScorecardResource } from './rules';

/** What rules need to know of some scorecards, in the order asked for; undefined for what there is not. */
export async function readOwnership(
  db: Db,
  entityRefs: readonly string[],
): Promise<(ScorecardResource | undefined)[]> {
  const query = db<{ entity_ref: string; owner_ref: string | null }>(
    'maturity_scorecards',
  ).select('entity_ref', 'owner_ref');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  const found = new Map(
    (await query).map(row => [
      row.entity_ref,
      { entityRef: row.entity_ref, ownerRef: row.owner_ref },
    ]),
  );
  return entityRefs.map(ref => found.get(ref));
}
