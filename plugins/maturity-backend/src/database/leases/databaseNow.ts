import { type Db, isPostgres } from '../dialect';

/**
 * The epoch milliseconds of the database as an SQL expression: replicas whose own clocks differ must
 * agree on whether a lease has expired.
 */
export function databaseNow(db: Db): string {
  return isPostgres(db)
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : "cast((julianday('now') - 2440587.5) * 86400000 as integer)";
}
