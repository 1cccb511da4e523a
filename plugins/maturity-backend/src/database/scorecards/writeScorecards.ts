import type { Knex } from 'knex';
import {
  RESULT_COLUMNS,
  SCORECARD_COLUMNS,
  TRACK_SCORE_COLUMNS,
} from '../columns';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { type ScorecardRows } from '../rows';

/**
 * Replaces scorecards with their track scores and results, all in one transaction, so that no reader
 * sees a level beside the results of another evaluation.
 */
export async function writeScorecards(
  db: Knex,
  scorecards: readonly ScorecardRows[],
): Promise<void> {
  if (!scorecards.length) return;
  const values = scorecards.map(rows => rows.entityRef);
  await db.transaction(async tx => {
    const stored = tx('maturity_scorecards').first('entity_ref');
    whereAmong(stored, { db: tx, column: 'entity_ref', values });
    const replaced = (await stored)
      ? ['maturity_track_scores', 'maturity_results']
      : [];
    for (const table of replaced) {
      const old = tx(table).delete();
      whereAmong(old, { db: tx, column: 'entity_ref', values });
      await old;
    }
    await insertRows(tx, {
      table: 'maturity_scorecards',
      columns: SCORECARD_COLUMNS,
      rows: scorecards.map(rows => rows.scorecard),
      replaceOn: ['entity_ref'],
    });
    await insertRows(tx, {
      table: 'maturity_track_scores',
      columns: TRACK_SCORE_COLUMNS,
      rows: scorecards.flatMap(rows => rows.trackScores),
    });
    await insertRows(tx, {
      table: 'maturity_results',
      columns: RESULT_COLUMNS,
      rows: scorecards.flatMap(rows => rows.results),
    });
  });
}
