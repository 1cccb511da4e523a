import type { Db } from '../dialect';
import type { SweepRecord } from '../records';
import { type SweepRow, toSweepRecord } from '../rows';

/** The last sweeps, newest first. */
export async function listSweeps(
  db: Db,
  options: { limit: number; status?: SweepRecord['status'] },
): Promise<SweepRecord[]> {
  const query = db<SweepRow>('maturity_sweeps')
    .select('*')
    .orderBy('id', 'desc')
    .limit(options.limit);
  if (options.status) query.where('status', options.status);
  return (await query).map(toSweepRecord);
}
