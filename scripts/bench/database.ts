import knexFactory, { type Knex } from 'knex';

/** Connects to a PostgreSQL URL or a SQLite file, as a backend does. */
export function connect(connection: string): Knex {
  return knexFactory(
    connection.startsWith('postgres')
      ? { client: 'pg', connection, pool: { min: 0, max: 10 } }
      : {
          client: 'better-sqlite3',
          connection,
          useNullAsDefault: true,
          pool: { min: 1, max: 1 },
        },
  );
}
