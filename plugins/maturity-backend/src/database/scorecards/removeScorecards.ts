import type { Knex } from 'knex';
import { whereAmong } from '../dialect';

/** Removes scorecards with everything that belongs to them. */
export async function removeScorecards(
  db: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  if (!entityRefs.length) return;
  await db.transaction(async tx => {
    for (const table of [
      'maturity_results',
      'maturity_track_scores',
      'maturity_scorecards',
    ]) {
      const gone = tx(table).delete();
      whereAmong(gone, { db: tx, column: 'entity_ref', values: entityRefs });
      await gone;
    }
  });
}
