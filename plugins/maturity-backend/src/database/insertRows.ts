import type { Knex } from 'knex';
import { isPostgres } from './dialect';

// SQLite binds at most 32,766 values in one statement.
const MOST_BINDINGS = 30_000;

/**
 * Columns with their PostgreSQL types; `line` is a text that is never null or empty and has no control
 * characters, such as a reference, an id, or what `JSON.stringify` writes.
 */
export type Columns = Readonly<
  Record<
    string,
    'text' | 'line' | 'int' | 'bigint' | 'boolean' | 'float8' | 'timestamptz'
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

// Half of a pair of characters, and NUL, are no text to PostgreSQL, and a JSON text shows them as escapes.
const MAYBE_REFUSED = /\\u(?:d[89a-f]|0000)/;

function toJson(rows: InsertOptions['rows']): string {
  const text = JSON.stringify(rows);
  return MAYBE_REFUSED.test(text)
    ? JSON.stringify(rows, (_, value: unknown) =>
        typeof value === 'string'
          ? value.replace(/[\p{Surrogate}\0]/gu, '\u{fffd}')
          : value,
      )
    : text;
}

// Drivers take many times as long for a bound value in each cell, or for an array for each column.
async function insertCells(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const cells = Object.keys(options.columns).map((_, at) => `value ->> ${at}`);
  await tx.raw(
    // Without a condition, SQLite would read "on" of the conflict as that of a join.
    `${insertInto(options)} select ${cells.join(
      ',',
    )} from json_each(?) where true${onConflict(options)}`,
    [toJson(options.rows)],
  );
}

/** Stands between lines, none of which can hold it. */
const BETWEEN = '\u001e';

/**
 * As `insertCells`, for PostgreSQL, where each column of lines travels as one text: JSON within JSON would
 * have every quote escaped and read twice.
 */
async function insertLinesAndCells(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const lines: number[] = [];
  const rest: number[] = [];
  const cells = Object.values(options.columns).map((type, at) => {
    if (type === 'line') return `line_${lines.push(at) - 1}`;
    const cell = `value ->> ${rest.push(at) - 1}`;
    return type === 'text' ? cell : `(${cell})::${type}`;
  });
  const sources = lines.map(() => `unnest(string_to_array(?, '${BETWEEN}'))`);
  const names = lines.map((_, number) => `line_${number}`);
  const values = lines.map(at =>
    options.rows.map(row => row[at]).join(BETWEEN),
  );
  if (rest.length) {
    sources.push('jsonb_array_elements(?::jsonb)');
    names.push('value');
    values.push(toJson(options.rows.map(row => rest.map(at => row[at]))));
  }
  await tx.raw(
    `${insertInto(options)} select ${cells.join(
      ',',
    )} from rows from (${sources.join(',')}) as rows (${names.join(
      ',',
    )})${onConflict(options)}`,
    values,
  );
}

/** Writes many rows with few statements; the query builder takes many times as long for them. */
export async function insertRows(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  if (!options.rows.length) return;
  const narrow = Object.keys(options.columns).length <= NARROW;
  if (isPostgres(tx)) await insertLinesAndCells(tx, options);
  else if (narrow) await insertCells(tx, options);
  else await insertValues(tx, options);
}
