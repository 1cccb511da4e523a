import type { EventQueries } from '../indicatorQuery';
import { matchers } from '../selector';
import type { SloQueries } from '../types';
import {
  readCounterQuery,
  readDifference,
  type CounterSelector,
  type LabelCondition,
} from './counterQuery';

/** Series that an event of each kind counts up. */
export interface EventSeries {
  good: readonly string[];
  bad: readonly string[];
}

/** Values for a label about which a query says only what it is not. */
const USUAL = ['200', 'other', '500', ''];

function labelNames(conditions: readonly LabelCondition[]): string[] {
  return [...new Set(conditions.map(({ label }) => label))];
}

function value(
  label: string,
  options: {
    meets: readonly LabelCondition[];
    /** At least one of these is not met. */
    breaks?: readonly LabelCondition[];
  },
): string | undefined {
  const { meets, breaks = [] } = options;
  const of = (conditions: readonly LabelCondition[]) =>
    conditions.filter(each => each.label === label);
  const candidates = [
    ...of([...meets, ...breaks]).flatMap(({ examples }) => examples),
    ...USUAL,
  ];
  return candidates.find(
    candidate =>
      of(meets).every(({ accepts }) => accepts(candidate)) &&
      (breaks.length === 0 ||
        of(breaks).some(({ accepts }) => !accepts(candidate))),
  );
}

function labelsMeeting(
  conditions: readonly LabelCondition[],
): Map<string, string> | undefined {
  const labels = new Map<string, string>();
  for (const name of labelNames(conditions)) {
    const found = value(name, { meets: conditions });
    if (found === undefined) {
      return undefined;
    }
    labels.set(name, found);
  }
  return labels;
}

/** Labels that `all` selects and `part` does not. */
function labelsOutside(
  part: CounterSelector,
  all: CounterSelector,
): Map<string, string> | undefined {
  for (const name of labelNames(part.conditions)) {
    const other = value(name, {
      meets: all.conditions,
      breaks: part.conditions,
    });
    const rest = labelsMeeting(
      [...all.conditions, ...part.conditions].filter(
        ({ label }) => label !== name,
      ),
    );
    if (other !== undefined && rest) {
      return new Map([...rest, [name, other]]);
    }
  }
  return undefined;
}

function seriesText(metric: string, labels: ReadonlyMap<string, string>) {
  const set = [...labels]
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return set.length === 0 ? metric : `${metric}${matchers(new Map(set))}`;
}

/** Series of the events that `part` counts and of those that only `all` counts. */
function split(part: CounterSelector, all: CounterSelector) {
  if (part.metric === all.metric) {
    const inside = labelsMeeting([...part.conditions, ...all.conditions]);
    const outside = labelsOutside(part, all);
    return (
      inside &&
      outside && {
        inside: [seriesText(part.metric, inside)],
        outside: [seriesText(all.metric, outside)],
      }
    );
  }
  const own = labelsMeeting(part.conditions);
  const shared = labelsMeeting(all.conditions);
  return (
    own &&
    shared && {
      inside: [seriesText(part.metric, own), seriesText(all.metric, shared)],
      outside: [seriesText(all.metric, shared)],
    }
  );
}

function partOf(
  queries: EventQueries,
  all: CounterSelector,
): { counts: 'good' | 'bad'; selector: CounterSelector } | undefined {
  if (queries.kind === 'good-and-total') {
    const selector = readCounterQuery(queries.good);
    return selector && { counts: 'good', selector };
  }
  const bad = readCounterQuery(queries.bad);
  if (bad) {
    return { counts: 'bad', selector: bad };
  }
  const difference = readDifference(queries.bad);
  return difference?.[0].text === all.text
    ? { counts: 'good', selector: difference[1] }
    : undefined;
}

/**
 * Series with which the queries of an objective can be tried: sums of rates of counters, on one metric
 * or on two, and differences of such sums. Undefined for all others.
 */
export function eventSeries(queries: SloQueries): EventSeries | undefined {
  if (queries.kind === 'error-ratio') {
    return undefined;
  }
  const all = readCounterQuery(queries.total);
  const part = all && partOf(queries, all);
  const series = part && split(part.selector, all);
  if (!series) {
    return undefined;
  }
  return part.counts === 'bad'
    ? { bad: series.inside, good: series.outside }
    : { good: series.inside, bad: series.outside };
}
