import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../dialect';

/** Key of the state that holds the number of the newest sweep. */
export const FENCE = 'fence';

/**
 * Makes sure, to the end of the transaction, that no newer sweep has begun: a replica that was stopped
 * for minutes must not write over what another one has written since. A new sweep waits for the lock of
 * this transaction, and SQLite has one writer at a time.
 *
 * A refresh has no number, and keeps everybody else from writing scorecards until it has written its
 * own: two that wrote the same entity at once would each insert the rows that the other one has not
 * seen yet.
 *
 * @throws ConflictError when a newer sweep has begun
 */
export async function assertNewestSweep(
  tx: Knex.Transaction,
  sweep: number | undefined,
): Promise<void> {
  const query = tx<{ key: string; value: string }>('maturity_state')
    .where({ key: FENCE })
    .first('value');
  if (sweep === undefined) {
    if (isPostgres(tx)) await query.forUpdate();
    return;
  }
  const row = await (isPostgres(tx) ? query.forShare() : query);
  if (row?.value !== String(sweep)) {
    throw new ConflictError(
      `Sweep ${sweep} may not write any more, because sweep ${
        row?.value ?? 'of unknown number'
      } has begun since`,
    );
  }
}
