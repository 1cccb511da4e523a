import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { pickResults } from '../storedResults';
import { groundsOf } from './groundsOf';
import type { Changes } from './HistoryRecord';

/** A changed scorecard with the text of its new results. */
export interface Changed {
  entityRef: string;
  changes: Changes;
  results: string;
}

function explain(
  changes: Changes,
  { before, after }: { before: string | undefined; after: string },
): Changes {
  const checks = new Set(changes.checks.map(({ check }) => check));
  const old = before === undefined ? new Map() : pickResults(before, checks);
  const current = pickResults(after, checks);
  return {
    ...changes,
    checks: changes.checks.map(change => {
      const was = old.get(change.check);
      const is = current.get(change.check);
      return {
        ...change,
        ...(was ? { before: groundsOf(was) } : {}),
        ...(is ? { after: groundsOf(is) } : {}),
      };
    }),
  };
}

/**
 * Adds to each change of a status by which evidence it came about. Only scorecards on which a status
 * moved are read, by one query, and of their results only those that moved.
 */
export async function explainChanges(
  tx: Knex.Transaction,
  changed: readonly Changed[],
): Promise<Map<string, Changes>> {
  const moved = changed.filter(({ changes }) => changes.checks.length > 0);
  const stored = new Map<string, string>();
  if (moved.length) {
    const query = tx<{ entity_ref: string; results: string }>(
      'maturity_scorecards',
    ).select('entity_ref', 'results');
    const values = moved.map(({ entityRef }) => entityRef);
    whereAmong(query, { db: tx, column: 'entity_ref', values });
    for (const row of await query) stored.set(row.entity_ref, row.results);
  }
  return new Map(
    changed.map(({ entityRef, changes, results }) => [
      entityRef,
      changes.checks.length
        ? explain(changes, { before: stored.get(entityRef), after: results })
        : changes,
    ]),
  );
}
