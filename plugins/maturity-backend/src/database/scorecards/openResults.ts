import type { Status } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { RESULT_COLUMNS } from '../columns';
import { type Db, isPostgres, whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { readStatuses } from '../storedResults';

/** Statuses that lists and counts by check look for; the ids of passed checks stand in the scorecard. */
const OPEN: ReadonlySet<Status> = new Set(['fail', 'unknown', 'exempt']);

/** True for a status that has a row of its own. */
export function isOpen(status: Status): boolean {
  return OPEN.has(status);
}

/** Statuses by check of each entity. */
export type OpenResults = ReadonlyMap<string, ReadonlyMap<string, Status>>;

/**
 * The open results of some stored scorecards. They are read out of the scorecards, because the table of
 * results is kept in the order of checks.
 */
export async function readOpenResults(
  db: Db,
  entityRefs: readonly string[],
): Promise<OpenResults> {
  const query = db<{ entity_ref: string; results: string }>(
    'maturity_scorecards',
  ).select('entity_ref', 'results');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  return new Map(
    (await query).map(({ entity_ref, results }) => [
      entity_ref,
      new Map(readStatuses(results).filter(([, status]) => isOpen(status))),
    ]),
  );
}

type Pair = readonly [check: string, entityRef: string];

async function removeResults(
  tx: Knex.Transaction,
  pairs: readonly Pair[],
): Promise<void> {
  if (!pairs.length) return;
  if (isPostgres(tx)) {
    await tx.raw(
      `delete from maturity_results r using unnest(?::text[], ?::text[]) as gone (check_id, entity_ref)
        where r.check_id = gone.check_id and r.entity_ref = gone.entity_ref`,
      [pairs.map(([check]) => check), pairs.map(([, ref]) => ref)],
    );
  } else {
    await tx.raw(
      `delete from maturity_results where (check_id, entity_ref) in
        (select value ->> 0, value ->> 1 from json_each(?))`,
      [JSON.stringify(pairs)],
    );
  }
}

/**
 * Makes the rows of some entities those of `after`, and writes only what differs from `before`, which is
 * what `readOpenResults` gave.
 */
export async function replaceOpenResults(
  tx: Knex.Transaction,
  { before, after }: { before: OpenResults; after: OpenResults },
): Promise<void> {
  const gone: Pair[] = [];
  for (const [ref, statuses] of before) {
    const now = after.get(ref);
    for (const check of statuses.keys()) {
      if (!now?.has(check)) gone.push([check, ref]);
    }
  }
  await removeResults(tx, gone);
  const rows: string[][] = [];
  for (const [ref, statuses] of after) {
    const old = before.get(ref);
    for (const [check, status] of statuses) {
      if (old?.get(check) !== status) rows.push([ref, check, status]);
    }
  }
  await insertRows(tx, {
    table: 'maturity_results',
    columns: RESULT_COLUMNS,
    rows,
    ...(before.size ? { replaceOn: ['check_id', 'entity_ref'] } : {}),
  });
}
