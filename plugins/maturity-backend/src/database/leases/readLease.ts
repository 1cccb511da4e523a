import type { Db } from '../dialect';
import { databaseNow } from './databaseNow';

/** `abandoned` is one that has expired and was not given back: its holder has ended or stands still. */
export type LeaseState = 'free' | 'held' | 'abandoned';

/** How a lease stands now, and who took it last. */
export async function readLease(
  db: Db,
  name: string,
): Promise<{ state: LeaseState; holder: string | null }> {
  const row = await db<{
    name: string;
    holder: string | null;
    expires_at: number | string;
  }>('maturity_leases')
    .where({ name })
    .first<{ holder: string | null; left: number | string } | undefined>(
      'holder',
      db.raw(`expires_at - ${databaseNow(db)} as ??`, ['left']),
    );
  if (!row || row.holder === null) return { state: 'free', holder: null };
  const state = Number(row.left) > 0 ? 'held' : 'abandoned';
  return { state, holder: row.holder };
}
