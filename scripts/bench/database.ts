import knexFactory, { type Knex } from 'knex';
import { writeAhead } from '../../plugins/maturity-backend/src/database';

/** Connects to a PostgreSQL URL or a SQLite file, as a backend does. */
export async function connect(connection: string): Promise<Knex> {
  const db = knexFactory(
    connection.startsWith('postgres')
      ? { client: 'pg', connection, pool: { min: 0, max: 10 } }
      : {
          client: 'better-sqlite3',
          connection,
          useNullAsDefault: true,
          pool: { min: 1, max: 1 },
        },
  );
  await writeAhead(db);
  return db;
}
