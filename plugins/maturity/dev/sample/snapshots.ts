import type {
  CheckDetail,
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

/** The last days as the backend counts them, ending with the counts of today. */
export function snapshotsOf(
  checks: readonly (readonly [id: string, now: Counts])[],
  days: number,
): Snapshot[] {
  return Array.from({ length: days }, (_, index) => days - 1 - index)
    .filter(daysAgo => !MISSING.has(daysAgo))
    .map(daysAgo => ({
      day: new Date(TODAY - daysAgo * DAY).toISOString().slice(0, 10),
      definitionVersion: daysAgo > REDEFINED ? 'before' : 'sample',
      newDefinitions: daysAgo === REDEFINED,
      total: 20,
      stages: { exploring: 1, starting: 10, devops: 6, sre: 1, platform: 1 },
      leaving: 1,
      tracks: {},
      checks: Object.fromEntries(
        checks.map(([id, now]) => [id, earlier(now, daysAgo)]),
      ),
    }));
}
