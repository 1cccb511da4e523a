import type { Knex } from 'knex';
import { FENCE } from './assertNewestSweep';

/**
 * Records that a sweep has begun and gives its number, which from now on is the only one that may
 * write. A sweep that is still marked as running has ended with its process, or has come too late.
 */
export async function startSweep(db: Knex, startedAt: number): Promise<number> {
  return db.transaction(async tx => {
    await tx('maturity_sweeps')
      .where('status', 'running')
      .update({
        status: 'failed',
        finished_at: new Date(startedAt),
        error: 'The process ended before the sweep did.',
      });
    const [row] = await tx('maturity_sweeps')
      .insert({ started_at: new Date(startedAt), status: 'running' })
      .returning<{ id: number }[]>('id');
    const value = String(row.id);
    await tx<{ key: string; value: string }>('maturity_state')
      .insert({ key: FENCE, value })
      .onConflict('key')
      .merge();
    return row.id;
  });
}
