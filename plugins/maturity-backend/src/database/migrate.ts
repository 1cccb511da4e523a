import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';
import { writeAhead } from './writeAhead';

/** Folder of the migrations that make and change our tables. */
export const migrationsFolder = resolvePackagePath(
  '@backstage-maturity/plugin-maturity-backend',
  'migrations',
);

/** A number that means our migrations among the locks of a database, which other plugins may share. */
const MIGRATION_LOCK = 1_836_348_521;

/**
 * Makes the tables, or brings them up to date. Of several processes that come at once the first one does, and the others
 * wait for it: knex alone lets each of them make its table of migrations, and all but one fail. A process that is killed
 * leaves nothing half done, and no lock behind.
 */
async function migrateTables(db: Knex): Promise<void> {
  const options = { directory: migrationsFolder };
  if (!isPostgres(db)) {
    await db.migrate.latest(options);
    return;
  }
  await db.transaction(async tx => {
    await tx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await tx.migrate.latest(options);
  });
}

/** The plugin's own database with its tables up to date. */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  await writeAhead(client);
  if (!database.migrations?.skip) {
    await migrateTables(client);
  }
  return client;
}
