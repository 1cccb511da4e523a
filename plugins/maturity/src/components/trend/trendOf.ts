import { DateTime } from 'luxon';

/** Counts of one UTC day. */
export interface CountedDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** True when other definitions are in force than on the day before. */
  newDefinitions: boolean;
  /** Services by part, in the order of the parts of the chart. */
  values: readonly number[];
}

/** A counted day at its place in time. */
export interface TrendDay extends CountedDay {
  /** Days since the first day of the trend. */
  index: number;
  /** All values together. */
  total: number;
}

/** How something went over time. */
export interface Trend {
  /** Oldest first; a day without a sweep is missing. */
  days: TrendDay[];
  /** Days from the first to the last, the missing ones included. */
  length: number;
  /** The largest total of one day. */
  most: number;
}

/** Puts counted days, oldest first, on a line of time. */
export function trendOf(counted: readonly CountedDay[]): Trend {
  const first = counted.at(0)?.day;
  const days = counted.map(({ day, newDefinitions, values }) => ({
    day,
    newDefinitions,
    values,
    index: first === undefined ? 0 : daysBetween(first, day),
    total: values.reduce((sum, value) => sum + value, 0),
  }));
  return {
    days,
    length: (days.at(-1)?.index ?? -1) + 1,
    most: Math.max(0, ...days.map(({ total }) => total)),
  };
}

/** Days from one UTC day to another. */
export function daysBetween(from: string, to: string): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const end = DateTime.fromISO(to, { zone: 'utc' });
  return Math.round(end.diff(start, 'days').days);
}

/** The days on which a number was other than on the day counted before, the first and the last included. */
export function turningDays({ days }: Trend): TrendDay[] {
  return days.filter((day, index) => {
    if (index === 0 || index === days.length - 1) return true;
    return day.newDefinitions || !sameValues(day, days[index - 1]);
  });
}

/** Days in a row that are all alike. */
export interface TrendRun {
  first: TrendDay;
  last: TrendDay;
}

/** The days in runs; a missing day ends a run, and so do other definitions. */
export function runsOf({ days }: Trend): TrendRun[] {
  const runs: TrendRun[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const goes =
      run !== undefined &&
      day.index === run.last.index + 1 &&
      !day.newDefinitions &&
      sameValues(day, run.last);
    if (goes) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function sameValues(one: CountedDay, other: CountedDay): boolean {
  return (
    one.values.length === other.values.length &&
    one.values.every((value, part) => value === other.values[part])
  );
}
