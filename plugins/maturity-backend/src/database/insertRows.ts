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

/** Writes many rows with few statements; the query builder takes many times as long for them. */
export async function insertRows(
  tx: Knex.Transaction,
  options: InsertOptions,
): Promise<void> {
  if (!options.rows.length) return;
  await (isPostgres(tx)
    ? insertArrays(tx, options)
    : insertValues(tx, options));
}
