import type {
  ListScorecardsQuery,
  ScorecardDetail,
  ScorecardPage,
  ScorecardSummary,
} from '@backstage-maturity/plugin-maturity-common';

/** Filters, sorts and pages details as the backend does; the cursor is the number of the first row. */
export function listed(
  details: readonly ScorecardDetail[],
  query: ListScorecardsQuery,
): ScorecardPage {
  const found = details
    .filter(detail => fits(detail, query))
    .map(({ summary }) => summary)
    .sort(order(query.sort ?? 'name'));
  const limit = query.limit ?? 50;
  const start = Number(query.cursor ?? 0);
  const end = start + limit;
  return {
    definitionVersion: 'sample',
    items: found.slice(start, end),
    totalItems: found.length,
    pageInfo: {
      ...(start > 0 && { prevCursor: String(Math.max(0, start - limit)) }),
      ...(end < found.length && { nextCursor: String(end) }),
    },
  };
}

function fits(detail: ScorecardDetail, query: ListScorecardsQuery): boolean {
  const { summary, scorecard } = detail;
  const { track, check } = query;
  const level = track ? summary.tracks[track].level : undefined;
  const status = scorecard.results.find(r => r.check === check)?.status;
  return (
    has(query.owner, summary.owner) &&
    has(query.system, summary.system) &&
    has(query.type, summary.type) &&
    has(query.tier, summary.tier === null ? 'none' : String(summary.tier)) &&
    has(query.lifecycle, summary.lifecycle) &&
    has(query.stage, summary.stage ?? 'leaving') &&
    (!track || has(query.level, level === null ? 'none' : String(level))) &&
    (!check || has(query.status, status ?? null)) &&
    summary.title.includes(query.q?.toLocaleLowerCase('en-US') ?? '')
  );
}

function has(
  wanted: readonly string[] | undefined,
  value: string | null,
): boolean {
  return !wanted?.length || (value !== null && wanted.includes(value));
}

type Order = (a: ScorecardSummary, b: ScorecardSummary) => number;

function order(sort: string): Order {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const sign = descending ? -1 : 1;
  return (a, b) =>
    sign * compare(fieldOf(a, field), fieldOf(b, field)) ||
    a.title.localeCompare(b.title);
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function fieldOf(summary: ScorecardSummary, field: string): string | number {
  const [name, track] = field.split(':');
  if (name === 'level') return summary.tracks[track].level ?? -1;
  if (name === 'score') return summary.tracks[track].score ?? -1;
  if (name === 'tier') return summary.tier ?? 9;
  if (name === 'stage') return summary.stage ?? '';
  if (name === 'owner') return summary.owner ?? '';
  if (name === 'overall') return summary.overall ?? -1;
  return summary.title;
}
