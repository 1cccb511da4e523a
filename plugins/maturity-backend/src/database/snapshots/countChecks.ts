import type { Status } from '@backstage-maturity/plugin-maturity-common';
import type { Db } from '../dialect';
import { passedIds } from '../history/readVerdicts';
import type { CheckCounts } from './SnapshotCounts';

const COLUMN = { pass: 0, fail: 1, unknown: 2, exempt: 3 } as const;

type Counted = [number, number, number, number];

/** Results of every check over all scorecards, sorted by check. */
export async function countChecks(
  db: Db,
): Promise<Readonly<Record<string, CheckCounts>>> {
  const found = new Map<string, Counted>();
  const add = (check: string, status: keyof typeof COLUMN, count: number) => {
    const counts: Counted = found.get(check) ?? [0, 0, 0, 0];
    counts[COLUMN[status]] += count;
    found.set(check, counts);
  };
  // Many components pass exactly the same checks, so the database hands over each list once.
  const passed = await db<{ passed: string }>('maturity_scorecards')
    .select('passed')
    .count({ count: '*' })
    .groupBy('passed');
  for (const row of passed) {
    for (const id of passedIds(row.passed)) add(id, 'pass', Number(row.count));
  }
  const others = await db<{ check_id: string; status: Status }>(
    'maturity_results',
  )
    .select('check_id', 'status')
    .count({ count: '*' })
    .groupBy('check_id', 'status');
  for (const { check_id: check, status, count } of others) {
    if (status !== 'not-applicable') add(check, status, Number(count));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
