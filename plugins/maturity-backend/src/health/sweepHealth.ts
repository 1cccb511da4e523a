import type { SweepList } from '@backstage-maturity/plugin-maturity-common';
import { type Db, listSweeps } from '../database';

// More failures than this say nothing more.
const MOST_COUNTED = 100;

/** Whether sweeps succeed, as the database knows it from every replica. */
export async function readSweepHealth(
  db: Db,
): Promise<NonNullable<SweepList['health']>> {
  const [success] = await listSweeps(db, { limit: 1, status: 'succeeded' });
  const failed = await listSweeps(db, {
    limit: MOST_COUNTED,
    status: 'failed',
  });
  const failuresInARow = failed.filter(
    ({ id }) => id > (success?.id ?? 0),
  ).length;
  const at = success?.finishedAt ?? null;
  const status = success ? 'succeeding' : 'waiting';
  return {
    status: failuresInARow ? 'failing' : status,
    newestSuccessAt: at === null ? null : new Date(at).toISOString(),
    failuresInARow,
  };
}
