import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Lets a SQLite file keep a write-ahead log, so that readers do not wait for a sweep that writes, and a
 * sweep does not wait for the disk after each batch. A process that is killed loses nothing. A computer
 * that loses its power may lose the last transactions, never a part of one, and the next sweep makes them
 * again. Nothing happens on PostgreSQL and in memory.
 */
export async function writeAhead(db: Knex): Promise<void> {
  if (isPostgres(db)) return;
  await db.raw('pragma journal_mode = wal');
  await db.raw('pragma synchronous = normal');
}
