import type { Knex } from 'knex';
import { databaseNow } from './databaseNow';

/** What is taken, by whom, and for how long. */
export interface LeaseClaim {
  name: string;
  /** Differs for each attempt, so that two attempts of one process exclude each other, too. */
  holder: string;
  /** Milliseconds after which it expires unless it is renewed. */
  length: number;
}

// The clock of a database may also be set back by a trifle, and no holder shall lose a lease by that.
const TRIFLE_MS = 1_000;

/**
 * Takes a lease that is free or has expired, and gives whether it did. An end that lies further ahead
 * than its holder can have set it was written before the clock of the database was set back, and counts
 * as expired.
 */
export async function acquireLease(
  db: Knex,
  { name, holder, length }: LeaseClaim,
): Promise<boolean> {
  const now = databaseNow(db);
  const result: unknown = await db.raw(
    `insert into maturity_leases as lease (name, holder, expires_at, length)
     values (?, ?, ${now} + ?, ?)
     on conflict (name) do update
     set holder = excluded.holder, expires_at = excluded.expires_at, length = excluded.length
     where lease.holder is null
       or lease.expires_at <= ${now}
       or lease.expires_at > ${now} + lease.length + ?
     returning name`,
    [name, holder, length, length, TRIFLE_MS],
  );
  const rows =
    typeof result === 'object' && result !== null && 'rows' in result
      ? result.rows
      : result;
  return Array.isArray(rows) && rows.length === 1;
}
