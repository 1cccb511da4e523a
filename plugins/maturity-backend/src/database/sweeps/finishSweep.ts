import type { Knex } from 'knex';
import { plain } from '../plain';
import type { SweepRecord } from '../records';

// Sweeps run every minute; a week of them tells an operator enough.
const KEPT_SWEEPS = 10_000;

/** Records how a sweep ended, and forgets the oldest ones. */
export async function finishSweep(
  db: Knex,
  sweep: Omit<SweepRecord, 'startedAt'> & { finishedAt: number },
): Promise<void> {
  const { id, finishedAt, ...outcome } = sweep;
  const error = outcome.error && plain(outcome.error);
  await db('maturity_sweeps')
    .where({ id })
    .update({ ...outcome, error, finished_at: new Date(finishedAt) });
  await db('maturity_sweeps')
    .where('id', '<=', id - KEPT_SWEEPS)
    .delete();
}
