import type { Knex } from 'knex';
import { SCORECARD_COLUMNS, TRACK_SCORE_COLUMNS } from '../columns';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { recordHistory } from '../history/recordHistory';
import { putInputs } from '../inputs/writeInputs';
import type { ScorecardRows } from '../rows';
import { markRefreshed } from '../state/refreshMark';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import { onlyNewer } from './onlyNewer';
import {
  type OpenResults,
  readOpenResults,
  replaceOpenResults,
} from './openResults';

const NOTHING: OpenResults = new Map();

/**
 * Replaces scorecards with their track scores, results and inputs, and keeps what changed, all in one transaction, so that no reader
 * sees a level beside the results of another evaluation. A scorecard that was refreshed after the given
 * one was evaluated stays. Returns the number of scorecards written.
 *
 * @param sweep - number of the sweep that writes, if one does
 */
export async function writeScorecards(
  db: Knex,
  scorecards: readonly ScorecardRows[],
  sweep?: number,
): Promise<number> {
  if (!scorecards.length) return 0;
  return db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    const { current, replaces } = await onlyNewer(tx, scorecards);
    const values = current.map(rows => rows.entityRef);
    const before = replaces ? await readOpenResults(tx, values) : NOTHING;
    if (replaces) {
      await recordHistory(tx, current, before);
      const old = tx('maturity_track_scores').delete();
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
    const after = new Map(current.map(rows => [rows.entityRef, rows.open]));
    await replaceOpenResults(tx, { before, after });
    await putInputs(
      tx,
      current.flatMap(rows => rows.input ?? []),
    );
    if (sweep === undefined) await markRefreshed(tx);
    return current.length;
  });
}
