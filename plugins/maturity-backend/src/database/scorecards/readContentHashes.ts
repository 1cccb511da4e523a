import type { Db } from '../dialect';

/** Content hash of every stored scorecard, by entity reference. */
export async function readContentHashes(db: Db): Promise<Map<string, string>> {
  const rows = await db<{ entity_ref: string; content_hash: string }>(
    'maturity_scorecards',
  ).select('entity_ref', 'content_hash');
  return new Map(rows.map(row => [row.entity_ref, row.content_hash]));
}
