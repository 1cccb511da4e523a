import type { Knex } from 'knex';
import type { LeaseClaim } from './acquireLease';

/** Gives a lease back; does nothing when another holder has taken it since. */
export async function releaseLease(
  db: Knex,
  { name, holder }: Pick<LeaseClaim, 'name' | 'holder'>,
): Promise<void> {
  await db('maturity_leases')
    .where({ name, holder })
    .update({ holder: null, expires_at: 0 });
}
