import type { Db } from '../dialect';
import { pruneScopeSnapshots } from '../scopeSnapshots/pruneScopeSnapshots';

const DAY_MS = 86_400_000;

/** Forgets changes and snapshots that are older than some days. */
export async function pruneHistory(
  db: Db,
  options: { now: number; retentionDays: number },
): Promise<void> {
  const oldest = options.now - options.retentionDays * DAY_MS;
  await db('maturity_history').where('changed_at', '<', oldest).delete();
  const [day, oldestDay] = [options.now, oldest].map(each =>
    new Date(each).toISOString().slice(0, 10),
  );
  await db('maturity_snapshots').where('day', '<', oldestDay).delete();
  await pruneScopeSnapshots(db, { day, oldest: oldestDay });
}
