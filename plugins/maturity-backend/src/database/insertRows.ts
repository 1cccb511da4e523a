import type { Knex } from 'knex';
import { isPostgres } from './dialect';

// SQLite binds at most 32,766 values in one statement.
const MOST_BINDINGS = 30_000;

/** Columns with their PostgreSQL types. */
export type Columns = Readonly<
  Record<
    string,
    'text' | 'int' | 'bigint' | 'boolean' | 'float8' | 'timestamptz'
  >
>;

export interface InsertOptions {
  table: string;
  columns: Columns;
  /** Values in the order of `columns`. */
  rows: readonly (readonly Knex.Value[])[];
  /** Columns whose equality means that the row is there already and is replaced. */
  replaceOn?: readonly string[];
}

/** Up to this many columns, SQLite takes cells out of a JSON text faster than bound values. */
const NARROW = 8;

function onConflict({ columns, replaceOn }: InsertOptions): string {
  if (!replaceOn) return '';
  const set = Object.keys(columns)
    .filter(column => !replaceOn.includes(column))
    .map(column => `${column} = excluded.${column}`);
  return ` on conflict (${replaceOn.join(',')}) do update set ${set.join(',')}`;
}

function insertInto({ table, columns }: InsertOptions): string {
  return `insert into ${table} (${Object.keys(columns).join(',')})`;
}

async function insertValues(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const width = Object.keys(options.columns).length;
  const perStatement = Math.floor(MOST_BINDINGS / width);
  const row = `(${new Array<string>(width).fill('?').join(',')})`;
  for (let at = 0; at < options.rows.length; at += perStatement) {
    const rows = options.rows.slice(at, at + perStatement);
    const values = new Array<string>(rows.length).fill(row).join(',');
    await tx.raw(
      `${insertInto(options)} values ${values}${onConflict(options)}`,
      rows.flat(),
    );
  }
}

// Half of a pair of characters is no text to PostgreSQL, and a JSON text shows it as an escape.
const MAYBE_HALF = /\\ud[89a-f]/;

function toJson(rows: InsertOptions['rows']): string {
  const text = JSON.stringify(rows);
  return MAYBE_HALF.test(text)
    ? JSON.stringify(rows, (_, value: unknown) =>
        typeof value === 'string'
          ? value.replace(/\p{Surrogate}/gu, '\u{fffd}')
          : value,
      )
    : text;
}

// Drivers take many times as long for a bound value in each cell, or for an array for each column.
async function insertJson(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const postgres = isPostgres(tx);
  const cells = Object.values(options.columns).map((type, at) =>
    postgres && type !== 'text'
      ? `(value ->> ${at})::${type}`
      : `value ->> ${at}`,
  );
  const source = postgres
    ? 'jsonb_array_elements(?::jsonb) as rows (value)'
    : 'json_each(?)';
  await tx.raw(
    // Without a condition, SQLite would read "on" of the conflict as that of a join.
    `${insertInto(options)} select ${cells.join(
      ',',
    )} from ${source} where true${onConflict(options)}`,
    [toJson(options.rows)],
  );
}

/** Writes many rows with few statements; the query builder takes many times as long for them. */
export async function insertRows(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  if (!options.rows.length) return;
  const narrow = Object.keys(options.columns).length <= NARROW;
  await (narrow || isPostgres(tx)
    ? insertJson(tx, options)
    : insertValues(tx, options));
}
