import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import { readRepositories } from './readRepositories';
import type { RepositoryHead, RepositoryPlace } from './RepositoryRecord';

const COLUMNS = {
  entity_ref: 'text',
  source: 'text',
  host: 'text',
  etag: 'text',
  facts_hash: 'text',
  observed_at: 'bigint',
  error: 'text',
  failures: 'int',
  due_at: 'bigint',
} as const;

/** From one tree that is new to the next, so that a thousand new ones are not read at once. */
const APART_MS = 2_000;

/**
 * Makes the table hold exactly the given entities. One whose files have moved begins anew. Without
 * changes it only reads.
 *
 * @param sweep - number of the sweep that writes
 */
export async function syncRepositories(
  db: Knex,
  places: ReadonlyMap<string, RepositoryPlace>,
  { sweep, now }: { sweep: number; now: number },
): Promise<RepositoryHead[]> {
  const stored = await readRepositories(db);
  const kept = new Map(
    stored
      .filter(head => places.get(head.entityRef)?.source === head.source)
      .map(head => [head.entityRef, head]),
  );
  const gone = stored.filter(({ entityRef }) => !places.has(entityRef));
  let remote = 0;
  const added: RepositoryHead[] = [];
  for (const [entityRef, { source, host }] of places) {
    if (kept.has(entityRef)) continue;
    added.push({
      entityRef,
      source,
      host,
      etag: null,
      factsHash: null,
      observedAt: null,
      error: null,
      failures: 0,
      dueAt: host === '' ? now : now + APART_MS * remote++,
    });
  }
  if (!gone.length && !added.length) return stored;
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    const old = tx('maturity_repositories').delete();
    // What has moved loses what was seen at its old place, too.
    const values = [...gone, ...added].map(({ entityRef }) => entityRef);
    whereAmong(old, { db: tx, column: 'entity_ref', values });
    await old;
    await insertRows(tx, {
      table: 'maturity_repositories',
      columns: COLUMNS,
      rows: added.map(head => [
        head.entityRef,
        head.source,
        head.host,
        head.etag,
        head.factsHash,
        head.observedAt,
        head.error,
        head.failures,
        head.dueAt,
      ]),
    });
  });
  return [...kept.values(), ...added];
}
