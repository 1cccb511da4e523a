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

/** Up to this many columns, SQLite reads one JSON text faster than a bound value for each cell. */
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

// The type of a bound value knows arrays without null only, but the driver takes null in them.
function arrayBinding(
  rows: InsertOptions['rows'],
  index: number,
): Knex.RawBinding {
  const noKeys: Record<string, unknown> = {};
  return Object.assign(
    rows.map(row => row[index]),
    noKeys,
  );
}

// One array for each column: PostgreSQL reads some arrays much faster than thousands of parameters.
async function insertArrays(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const types = Object.values(options.columns);
  const arrays = types.map((_, index) => arrayBinding(options.rows, index));
  const unnest = types.map(type => `?::${type}[]`).join(',');
  await tx.raw(
    `${insertInto(options)} select * from unnest(${unnest})${onConflict(
      options,
    )}`,
    arrays,
  );
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

// A million bound values cost more than the rows: the statement is as long as they are many.
async function insertJson(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  const width = Object.keys(options.columns).length;
  const cells = Array.from({ length: width }, (_, at) => `value ->> ${at}`);
  await tx.raw(
    // Without a condition, "on" of the conflict would be read as that of a join.
    `${insertInto(options)} select ${cells.join(
      ',',
    )} from json_each(?) where true${onConflict(options)}`,
    [JSON.stringify(options.rows)],
  );
}

/** Writes many rows with few statements; the query builder takes many times as long for them. */
export async function insertRows(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  if (!options.rows.length) return;
  if (isPostgres(tx)) await insertArrays(tx, options);
  else if (Object.keys(options.columns).length <= NARROW) {
    await insertJson(tx, options);
  } else await insertValues(tx, options);
}
