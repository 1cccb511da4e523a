import type {
  CheckDetail,
  RollUpItem,
  Snapshot,
} from '@backstage-maturity/plugin-maturity-common';

const DAY = 24 * 60 * 60 * 1000;
const TODAY = Date.parse('2026-11-23T00:00:00.000Z');

/** Days before today on which nothing ran, and one on which other definitions came into force. */
const MISSING: ReadonlySet<number> = new Set([30, 31, 32]);
const REDEFINED = 60;

type Counts = Pick<
  CheckDetail['counts'],
  'pass' | 'fail' | 'unknown' | 'exempt'
>;

/** Earlier, fewer were known, and fewer of these passed. */
function earlier(now: Counts, daysAgo: number): Counts {
  const known = Math.max(0, 1 - daysAgo / 120);
  const pass = Math.round(now.pass * known);
  const fail = Math.round(now.fail * known);
  const exempt = daysAgo > 20 ? 0 : now.exempt;
  const all = now.pass + now.fail + now.unknown + now.exempt;
  return { pass, fail, exempt, unknown: all - pass - fail - exempt };
}

/** Services at each step, those of `daysAgo` days before: every week or so one of the highest was a step lower. */
function lower(now: readonly number[], daysAgo: number): number[] {
  const counts = [...now];
  const moves = daysAgo < 3 ? 0 : 1 + Math.floor(daysAgo / 9);
  for (let move = 0; move < moves; move += 1) {
    let from = counts.length - 1;
    while (from > 0 && counts[from] === 0) from -= 1;
    if (from < 1) break;
    counts[from] -= 1;
    counts[from - 1] += 1;
  }
  return counts;
}

function standing(
  item: RollUpItem | undefined,
  daysAgo: number,
): Pick<Snapshot, 'total' | 'stages' | 'leaving' | 'tracks'> {
  if (!item) {
    return {
      total: 20,
      stages: { exploring: 1, starting: 10, devops: 6, sre: 1, platform: 1 },
      leaving: 1,
      tracks: {},
    };
  }
  const { total, deprecated: leaving, stages, tracks } = item.rollUp;
  const [exploring, starting, devops, sre, platform] = lower(
    [
      stages.exploring,
      stages.starting,
      stages.devops,
      stages.sre,
      stages.platform,
    ],
    daysAgo,
  );
  return {
    total,
    leaving,
    stages: { exploring, starting, devops, sre, platform },
    tracks: Object.fromEntries(
      Object.entries(tracks).map(([id, { histogram, notApplicable }]) => [
        id,
        { histogram: lower(histogram, daysAgo), notApplicable },
      ]),
    ),
  };
}

/** The last days as the backend counts them, ending with the counts of today; `item` is what they are of. */
export function snapshotsOf(
  checks: readonly (readonly [id: string, now: Counts])[],
  days: number,
  item?: RollUpItem,
): Snapshot[] {
  return Array.from({ length: days }, (_, index) => days - 1 - index)
    .filter(daysAgo => !MISSING.has(daysAgo))
    .map(daysAgo => ({
      day: new Date(TODAY - daysAgo * DAY).toISOString().slice(0, 10),
      definitionVersion: daysAgo > REDEFINED ? 'before' : 'sample',
      newDefinitions: daysAgo === REDEFINED,
      ...standing(item, daysAgo),
      checks: Object.fromEntries(
        checks.map(([id, now]) => [id, earlier(now, daysAgo)]),
      ),
    }));
}
