import type { Db } from '../dialect';
import { passedIds } from '../history/readVerdicts';
import type { CheckCounts } from './SnapshotCounts';

/** Statuses that have rows. */
const OPEN = ['fail', 'unknown', 'exempt'] as const;

/** The driver of PostgreSQL gives counts as text. */
type OpenRow = { check_id: string } & Record<
  (typeof OPEN)[number],
  number | string
>;

type Counted = [pass: number, fail: number, unknown: number, exempt: number];

/** Results of every check over all scorecards, sorted by check. */
export async function countChecks(
  db: Db,
): Promise<Readonly<Record<string, CheckCounts>>> {
  // By the primary key, so that the database need not sort: it holds a row for each open result.
  const others = await db<{ check_id: string }>('maturity_results')
    .select('check_id')
    .select<OpenRow[]>(
      OPEN.map(status =>
        db.raw('count(*) filter (where status = ?) as ??', [status, status]),
      ),
    )
    .groupBy('check_id');
  const found = new Map<string, Counted>();
  for (const { check_id: check, fail, unknown, exempt } of others) {
    found.set(check, [0, Number(fail), Number(unknown), Number(exempt)]);
  }
  // Many components pass exactly the same checks, so the database hands over each list once.
  const passed = await db<{ passed: string }>('maturity_scorecards')
    .select('passed')
    .count({ count: '*' })
    .groupBy('passed');
  for (const row of passed) {
    const count = Number(row.count);
    for (const id of passedIds(row.passed)) {
      const counts = found.get(id);
      if (counts) counts[0] += count;
      else found.set(id, [count, 0, 0, 0]);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
