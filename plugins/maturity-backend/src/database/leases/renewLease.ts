import type { Knex } from 'knex';
import type { LeaseClaim } from './acquireLease';
import { databaseNow } from './databaseNow';

/** Moves the end of a held lease ahead. Gives false when another holder has taken it since. */
export async function renewLease(
  db: Knex,
  { name, holder, length }: LeaseClaim,
): Promise<boolean> {
  const renewed = await db('maturity_leases')
    .where({ name, holder })
    .update({ expires_at: db.raw(`${databaseNow(db)} + ?`, [length]) });
  return renewed === 1;
}
