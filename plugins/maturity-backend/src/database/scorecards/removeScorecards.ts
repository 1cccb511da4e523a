import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import { readOpenResults, replaceOpenResults } from './openResults';

/** Removes scorecards with everything that belongs to them. */
export async function removeScorecards(
  db: Knex,
  entityRefs: readonly string[],
  sweep?: number,
): Promise<void> {
  if (!entityRefs.length) return;
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    const before = await readOpenResults(tx, entityRefs);
    await replaceOpenResults(tx, { before, after: new Map() });
    for (const table of [
      'maturity_inputs',
      'maturity_track_scores',
      'maturity_scorecards',
    ]) {
      const gone = tx(table).delete();
      whereAmong(gone, { db: tx, column: 'entity_ref', values: entityRefs });
      await gone;
    }
  });
}
