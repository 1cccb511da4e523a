import type { Knex } from 'knex';
import {
  RESULT_COLUMNS,
  SCORECARD_COLUMNS,
  TRACK_SCORE_COLUMNS,
} from '../columns';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { type Moment, momentToMs, type ScorecardRows } from '../rows';

// A stored evaluation that is newer by more than this comes from a clock that was set back since.
const CREDIBLE_LEAD_MS = 5 * 60_000;

/** When each of some scorecards that are stored already was evaluated. */
async function readMoments(
  tx: Knex.Transaction,
  values: readonly string[],
): Promise<Map<string, number>> {
  const query = tx<{ entity_ref: string; evaluated_at: Moment }>(
    'maturity_scorecards',
  ).select('entity_ref', 'evaluated_at');
  whereAmong(query, { db: tx, column: 'entity_ref', values });
  const rows = await query;
  return new Map(
    rows.map(row => [row.entity_ref, momentToMs(row.evaluated_at)]),
  );
}

/**
 * Replaces scorecards with their track scores and results, all in one transaction, so that no reader
 * sees a level beside the results of another evaluation. A scorecard that was refreshed after the given
 * one was evaluated stays. Returns the number of scorecards written.
 */
export async function writeScorecards(
  db: Knex,
  scorecards: readonly ScorecardRows[],
): Promise<number> {
  if (!scorecards.length) return 0;
  return db.transaction(async tx => {
    const moments = await readMoments(
      tx,
      scorecards.map(rows => rows.entityRef),
    );
    const current = scorecards.filter(({ entityRef, evaluatedAt }) => {
      const lead = (moments.get(entityRef) ?? 0) - evaluatedAt;
      return lead <= 0 || lead > CREDIBLE_LEAD_MS;
    });
    const values = current.map(rows => rows.entityRef);
    const replaced = moments.size
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
      rows: current.map(rows => rows.scorecard),
      replaceOn: ['entity_ref'],
    });
    await insertRows(tx, {
      table: 'maturity_track_scores',
      columns: TRACK_SCORE_COLUMNS,
      rows: current.flatMap(rows => rows.trackScores),
    });
    await insertRows(tx, {
      table: 'maturity_results',
      columns: RESULT_COLUMNS,
      rows: current.flatMap(rows => rows.results),
    });
    return current.length;
  });
}
