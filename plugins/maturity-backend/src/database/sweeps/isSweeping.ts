import type { Db } from '../dialect';

/** True when a sweep that began after a moment (epoch milliseconds) has not ended yet, on any replica. */
export async function isSweeping(db: Db, since: number): Promise<boolean> {
  const row = await db('maturity_sweeps')
    .where('status', 'running')
    .where('started_at', '>', new Date(since))
    .first('id');
  return row !== undefined;
}
