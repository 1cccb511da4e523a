import type { Db } from '../dialect';
import { plain } from '../plain';
import type { RepositoryRow } from './RepositoryRecord';

/** How a look at a tree ended. Times are in epoch milliseconds. */
export type Observation =
  | {
      outcome: 'seen';
      etag: string;
      hash: string;
      packed: Buffer;
      observedAt: number;
      dueAt: number;
    }
  | { outcome: 'unchanged'; observedAt: number; dueAt: number }
  | { outcome: 'failed'; error: string; failures: number; dueAt: number };

function columnsOf(observation: Observation): Partial<RepositoryRow> {
  switch (observation.outcome) {
    case 'seen':
      return {
        etag: observation.etag,
        facts: observation.packed,
        facts_hash: observation.hash,
        observed_at: observation.observedAt,
        error: null,
        failures: 0,
        due_at: observation.dueAt,
      };
    case 'unchanged':
      return {
        observed_at: observation.observedAt,
        error: null,
        failures: 0,
        due_at: observation.dueAt,
      };
    case 'failed':
      return {
        error: plain(observation.error),
        failures: observation.failures,
        due_at: observation.dueAt,
      };
    default: {
      const unknown: never = observation;
      throw new Error(`There is no outcome "${String(unknown)}".`);
    }
  }
}

/**
 * Stores how a look at a tree ended, for all entities whose files it holds. A failure leaves what was
 * seen before as it is. What another process has seen later than `startedAt` stays.
 */
export async function writeObservation(
  db: Db,
  options: { source: string; startedAt: number; observation: Observation },
): Promise<void> {
  const { source, startedAt, observation } = options;
  const rows = db<RepositoryRow>('maturity_repositories')
    .where({ source })
    .andWhere(query =>
      query.whereNull('observed_at').orWhere('observed_at', '<=', startedAt),
    )
    .update(columnsOf(observation));
  // Nothing has been seen for an entity that came meanwhile, and its look stays due.
  if (observation.outcome === 'unchanged') rows.whereNotNull('facts_hash');
  await rows;
}
