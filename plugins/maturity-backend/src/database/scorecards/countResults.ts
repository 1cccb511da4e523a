import type { Status } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import { countScorecards } from './countScorecards';
import type { Visible } from './query';

/** How many visible scorecards have each status of a check. */
export async function countResults(
  db: Db,
  check: string,
  visible: Visible,
): Promise<Record<Status, number>> {
  const query = db<{ check_id: string; status: Status; entity_ref: string }>(
    'maturity_results',
  )
    .select('status')
    .count({ count: '*' })
    .where('check_id', check)
    .groupBy('status');
  if (visible) whereAmong(query, { db, column: 'entity_ref', values: visible });
  const counts: Record<Status, number> = {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    exempt: 0,
  };
  for (const { status, count } of await query) counts[status] = Number(count);

  const results = { check, statuses: ['pass'] } as const;
  counts.pass = await countScorecards(db, { results, visible });
  const total = await countScorecards(db, { visible });
  const { pass, fail, unknown, exempt } = counts;
  // What does not apply has no row of its own.
  counts['not-applicable'] = total - pass - fail - unknown - exempt;
  return counts;
}
