import type { Knex } from 'knex';

/**
 * Records that a sweep has begun and gives its number. A sweep that is still marked as running can only
 * be one whose process ended, because one replica sweeps at a time.
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
    return row.id;
  });
}
