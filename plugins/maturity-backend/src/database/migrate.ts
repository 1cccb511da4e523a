import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { writeAhead } from './writeAhead';

/** Folder of the migrations that make and change our tables. */
export const migrationsFolder = resolvePackagePath(
  '@backstage-maturity/plugin-maturity-backend',
  'migrations',
);

/** The plugin's own database with its tables up to date. */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  await writeAhead(client);
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: migrationsFolder });
  }
  return client;
}
