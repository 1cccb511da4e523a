import type { Status } from '@backstage-maturity/plugin-maturity-common';
import type { Db } from '../dialect';
import { countScorecards } from './countScorecards';
import type { Visible } from './query';

const STATUSES = ['pass', 'fail', 'unknown', 'not-applicable', 'exempt'] as const;

/** How many visible scorecards have each status of a check. */
export async function countResults(
  db: Db,
  check: string,
  visible: Visible,
): Promise<Record<Status, number>> {
  const counts: Record<Status, number> = {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    exempt: 0,
  };
  for (const status of STATUSES) {
    const results = { check, statuses: [status] };
    counts[status] = await countScorecards(db, { results, visible });
  }
  return counts;
}
