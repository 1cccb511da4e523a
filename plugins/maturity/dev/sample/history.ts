import type {
  HistoryItem,
  HistoryPage,
  PageQuery,
} from '@backstage-maturity/plugin-maturity-common';
import type { CheckChange } from '../../src/components/HistorySection/changes';
import { definitions } from './definitions';

const DAY = 24 * 60 * 60 * 1000;
const NEWEST = Date.parse('2026-11-20T14:05:00.000Z');

function daysBefore(days: number): string {
  return new Date(NEWEST - days * DAY).toISOString();
}

function changed(
  change: Partial<HistoryItem> & Pick<HistoryItem, 'changedAt'>,
): HistoryItem {
  return {
    definitionVersion: 'sample',
    newDefinitions: false,
    levels: [],
    checks: [],
    ...change,
  };
}

const scanned: CheckChange[] = [
  {
    check: 'static-analysis',
    from: 'unknown',
    to: 'pass',
    before: {
      reason: 'no-evidence',
      details: { sources: ['sonarqube.org/project-key', 'maturity/sast'] },
    },
    after: {
      reason: 'observed',
      details: { source: '.github/workflows/codeql.yaml', value: 'analyze' },
      evidence: {
        strength: 'observed',
        source: '.github/workflows/codeql.yaml',
        value: 'analyze',
        from: null,
      },
    },
  },
  {
    check: 'runbook-linked',
    from: 'pass',
    to: 'fail',
    before: {
      reason: 'declared',
      details: { source: 'maturity/runbook', value: './docs/runbook.md' },
    },
    after: {
      reason: 'negative',
      details: { source: 'maturity/runbook', value: 'none' },
      evidence: {
        strength: 'declared',
        source: 'maturity/runbook',
        value: 'none',
        from: null,
      },
    },
  },
];

/** Every kind of change, then enough of one kind to fill a second page. */
const CHANGES: readonly HistoryItem[] = [
  changed({
    changedAt: daysBefore(0),
    stage: { from: 'starting', to: 'devops' },
    levels: [
      { track: 'devops', from: 1, to: 2 },
      { track: 'sre', from: 2, to: 1 },
    ],
    checks: scanned,
  }),
  changed({
    changedAt: daysBefore(9),
    newDefinitions: true,
    levels: [{ track: 'platform', from: null, to: 2 }],
    checks: definitions.checks
      .filter(({ track }) => track === 'platform')
      .map(({ id }, index) => ({
        check: id,
        from: 'not-applicable',
        to: index % 3 === 0 ? 'fail' : 'pass',
      })),
  }),
  changed({
    changedAt: daysBefore(20),
    checks: [{ check: 'retired-check', from: 'fail', to: 'not-applicable' }],
  }),
  ...Array.from({ length: 12 }, (_, index) =>
    changed({
      changedAt: daysBefore(30 + index * 7),
      checks: [
        index % 2 === 0
          ? { check: 'automated-tests', from: 'fail', to: 'pass' }
          : { check: 'automated-tests', from: 'pass', to: 'fail' },
      ],
    }),
  ),
];

/** A page of the changes of a sample service; only one has a past. */
export function historyPage(
  entityRef: string,
  { cursor, limit = 50 }: PageQuery = {},
): HistoryPage {
  const all = entityRef === 'component:default/checkout' ? CHANGES : [];
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    pageInfo: end < all.length ? { nextCursor: String(end) } : {},
  };
}
