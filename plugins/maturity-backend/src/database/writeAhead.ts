import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Pages after which a commit moves the log into the file, 32 MB: eight times as many as by default, which the commits
 * of a first sweep would reach one by one, each waiting for the disk.
 */
const LOG_PAGES = 8_000;

/**
 * Lets a SQLite file keep a write-ahead log, so that readers do not wait for a sweep that writes, and a
 * sweep does not wait for the disk after each batch. A process that is killed loses nothing. A computer
 * that loses its power may lose the last transactions, never a part of one, and the next sweep makes them
 * again. Nothing happens on PostgreSQL, in memory, and where the file cannot have a log: on some network
 * drives, or while another process holds it.
 */
export async function writeAhead(db: Knex): Promise<void> {
  if (isPostgres(db)) return;
  const answer: { journal_mode: string }[] = await db
    .raw('pragma journal_mode = wal')
    // What makes the file useless is told by the first statement that needs it.
    .catch(() => []);
  if (answer.at(0)?.journal_mode !== 'wal') return;
  await db.raw('pragma synchronous = normal');
  await db.raw(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
}
