import type { Knex } from 'knex';

/** A connection or a transaction. */
export type Db = Knex | Knex.Transaction;

/** True on PostgreSQL, false on SQLite. */
export function isPostgres(db: Db): boolean {
  return db.client.config.client === 'pg';
}

/**
 * Restricts a column to a list of any length. The list is one bound value, because SQLite allows only
 * some thousand of them.
 */
export function whereAmong(
  query: Knex.QueryBuilder,
  options: { db: Db; column: string; values: Iterable<string> },
): void {
  const { sql, bindings } = among(options);
  query.whereRaw(sql, [...bindings]);
}

/** The condition of `whereAmong` as text and bound values. */
export function among(options: {
  db: Db;
  column: string;
  values: Iterable<string>;
}): { sql: string; bindings: readonly Knex.RawBinding[] } {
  const values = [...options.values];
  return isPostgres(options.db)
    ? { sql: '?? = any(?::text[])', bindings: [options.column, values] }
    : {
        sql: '?? in (select value from json_each(?))',
        bindings: [options.column, JSON.stringify(values)],
      };
}
