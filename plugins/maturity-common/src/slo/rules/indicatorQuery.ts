import { withWindow } from './query';
import type { SloQueries } from './types';

/** Queries that count events. */
export type EventQueries = Exclude<SloQueries, { kind: 'error-ratio' }>;

function indented(expression: string): string {
  return expression.replace(/^/gm, '  ');
}

/** A query in brackets of its own. */
function bracketed(query: string, window: string): string {
  const filled = withWindow(query, window);
  // A comment reaches to the end of its line, so that the bracket must stand on the next one.
  return /[\n#]/.test(filled) ? `(\n${indented(filled)}\n)` : `(${filled})`;
}

/** The query, and zero where it gives nothing although there is traffic: counters start with their first event. */
function orZero(query: string, total: string, window: string): string {
  return `${bracketed(query, window)}\nor\n0 * ${bracketed(total, window)}`;
}

/** Bad events over a look-back: zero, and not absent, where there is traffic and none of it failed. */
export function badEvents(queries: EventQueries, window: string): string {
  switch (queries.kind) {
    case 'bad-and-total':
      return orZero(queries.bad, queries.total, window);
    case 'good-and-total':
      // Without the zero a service whose every request fails would have no good series, hence no errors.
      return `${bracketed(queries.total, window)}\n-\n(\n${indented(
        orZero(queries.good, queries.total, window),
      )}\n)`;
    default:
      return unreachable(queries);
  }
}

/** All events over a look-back: absent, and not zero, without traffic, because 0/0 would be NaN. */
export function totalEvents(queries: EventQueries, window: string): string {
  return `${bracketed(queries.total, window)} > 0`;
}

/** Two expressions with what stands between them. */
export function joined(left: string, operator: string, right: string): string {
  return `(\n${indented(left)}\n)\n${operator}\n(\n${indented(right)}\n)`;
}

/** The share of bad events over a look-back; absent without traffic. */
export function errorRatio(queries: SloQueries, window: string): string {
  switch (queries.kind) {
    case 'bad-and-total':
    case 'good-and-total':
      return joined(
        badEvents(queries, window),
        '/',
        totalEvents(queries, window),
      );
    case 'error-ratio':
      // Every comparison with NaN is false, so that this drops it.
      return `${bracketed(queries.ratio, window)} >= 0`;
    default:
      return unreachable(queries);
  }
}

function unreachable(queries: never): never {
  throw new Error(`There is no such kind of queries: ${queries}.`);
}
