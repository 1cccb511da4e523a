import type { Knex } from 'knex';

// SQLite binds at most 32,766 values in one statement, PostgreSQL 65,535.
const MOST_BINDINGS = 30_000;

export interface InsertOptions {
  table: string;
  columns: readonly string[];
  /** Values in the order of `columns`. */
  rows: readonly (readonly Knex.Value[])[];
  /** Columns whose equality means that the row is there already and is replaced. */
  replaceOn?: readonly string[];
}

function statement(options: InsertOptions, count: number): string {
  const row = `(${options.columns.map(() => '?').join(',')})`;
  const values = new Array<string>(count).fill(row).join(',');
  const insert = `insert into ${options.table} (${options.columns.join(
    ',',
  )}) values ${values}`;
  const keys = options.replaceOn;
  if (!keys) return insert;
  const set = options.columns
    .filter(column => !keys.includes(column))
    .map(column => `${column} = excluded.${column}`);
  return `${insert} on conflict (${keys.join(',')}) do update set ${set.join(
    ',',
  )}`;
}

/** Writes many rows with few statements; the query builder takes ten times as long for them. */
export async function insertRows(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const perStatement = Math.floor(MOST_BINDINGS / options.columns.length);
  for (let at = 0; at < options.rows.length; at += perStatement) {
    const rows = options.rows.slice(at, at + perStatement);
    await tx.raw(statement(options, rows.length), rows.flat());
  }
}
