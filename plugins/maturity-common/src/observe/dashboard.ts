import { isRecord } from '../entity/fields';
import { at, listOf, textOf } from './text/data';

/** The four golden signals, in the order in which they are named. */
export const GOLDEN_SIGNALS = [
  'latency',
  'traffic',
  'errors',
  'saturation',
] as const;
export type GoldenSignal = (typeof GOLDEN_SIGNALS)[number];

/** A Grafana dashboard, reduced to what its panels query. */
export interface Dashboard {
  title: string;
  signals: ReadonlySet<GoldenSignal>;
}

const MAX_NESTING = 4;
/** What a title or query is about stands at its beginning, if it is not a program. */
const MAX_TEXT = 2_000;

/** Reads a Grafana dashboard; undefined when the data is none: it needs at least one panel that shows something. */
export function readDashboard(data: unknown): Dashboard | undefined {
  const dashboard = isRecord(at(data, 'dashboard'))
    ? at(data, 'dashboard')
    : data;
  const panels = panelsOf(dashboard, 0);
  const shown = panels.filter(panel => textOf(at(panel, 'type')) !== undefined);
  if (
    !shown.some(
      panel =>
        !/^(?:text|row|news|welcome)$/.test(textOf(at(panel, 'type')) ?? ''),
    )
  ) {
    return undefined;
  }
  const signals = new Set(shown.flatMap(panel => signalsOf(panel)));
  return { title: textOf(at(dashboard, 'title')) ?? 'dashboard', signals };
}

function panelsOf(holder: unknown, nesting: number): unknown[] {
  if (nesting > MAX_NESTING) {
    return [];
  }
  const own = listOf(at(holder, 'panels'));
  const rows = listOf(at(holder, 'rows'));
  return [
    ...own.flatMap(panel => [panel, ...panelsOf(panel, nesting + 1)]),
    ...rows.flatMap(row => panelsOf(row, nesting + 1)),
  ];
}

const TITLES: readonly (readonly [GoldenSignal, RegExp])[] = [
  [
    'latency',
    /\blatenc(?:y|ies)\b|\bresponse times?\b|\bdurations?\b|\bp(?:50|75|9\d|99\d)\b|\bpercentiles?\b/i,
  ],
  ['errors', /\berrors?\b|\bfail(?:ed|ures?)\b|\b5xx\b/i],
  [
    'saturation',
    /\bsaturation\b|\bcpu\b|\bmemory\b|\bqueue(?: depth| length| size)?\b|\butili[sz]ation\b|\bin[- ]?flight\b|\bheap\b|\bevent loop\b|\bgoroutines\b|\bdisk\b/i,
  ],
  [
    'traffic',
    /\btraffic\b|\bthroughput\b|\brequests?\b|\brps\b|\bqps\b|\brequest rate\b/i,
  ],
];

const QUERIES: readonly (readonly [GoldenSignal, RegExp])[] = [
  ['latency', /histogram_quantile|_bucket\b|latency|_duration_\w+/i],
  ['errors', /5\.\.|5xx|5\[0-9\]|error|fail/i],
  [
    'saturation',
    /cpu|memory|_heap|in_?flight|queue|eventloop_lag|saturation|goroutines|_connections|_threads/i,
  ],
  [
    'traffic',
    /(?:rate|increase)\s*\(\s*[\w:]*(?:request|http|grpc|rpc|message|event)[\w:]*(?:_total|_count)\b/i,
  ],
];

/**
 * The signals that one panel watches: those its title names, and when it names none, what its query is about.
 * A panel without a query that reads a metric watches nothing, whatever its title says.
 */
function signalsOf(panel: unknown): GoldenSignal[] {
  const queries = listOf(at(panel, 'targets')).flatMap(target =>
    queryText(target),
  );
  if (queries.length === 0) {
    return [];
  }
  const title = (textOf(at(panel, 'title')) ?? '').slice(0, MAX_TEXT);
  const named = TITLES.filter(([, pattern]) => pattern.test(title)).map(
    ([signal]) => signal,
  );
  if (named.length > 0) {
    // "Error rate of requests" is about errors, "Request latency" about latency.
    return named.length > 1
      ? named.filter(signal => signal !== 'traffic')
      : named;
  }
  return queries.flatMap(query => {
    const found = QUERIES.find(([, pattern]) => pattern.test(query));
    return found ? [found[0]] : [];
  });
}

function queryText(target: unknown): string[] {
  if (at(target, 'hide') === true) {
    return [];
  }
  const text = ['expr', 'query', 'rawSql', 'target', 'expression']
    .map(key => textOf(at(target, key))?.slice(0, MAX_TEXT))
    .find(query => query !== undefined);
  const readsMetric =
    text !== undefined && /[A-Za-z_]/.test(text.replace(/\bvector\b/g, ''));
  return readsMetric ? [text] : [];
}
