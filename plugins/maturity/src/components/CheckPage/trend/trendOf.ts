import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { DateTime } from 'luxon';
import { own } from '../../../own';

/** Services by verdict on one UTC day; those to which the check does not apply are left out. */
export interface TrendDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Days since the first day of the trend. */
  index: number;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  /** All four together: the services that were asked. */
  asked: number;
  newDefinitions: boolean;
}

/** How a check went over time. */
export interface Trend {
  /** Oldest first; a day without a sweep is missing. */
  days: TrendDay[];
  /** Days from the first to the last, the missing ones included. */
  length: number;
  /** The largest number of services that were asked on one day. */
  most: number;
}

/** The days on which a check was counted. */
export function trendOf(snapshots: readonly Snapshot[], check: string): Trend {
  const counted = snapshots.flatMap(({ day, newDefinitions, checks }) => {
    const counts = own(checks, check);
    return counts ? [{ day, newDefinitions, counts }] : [];
  });
  const first = counted.at(0)?.day;
  const days = counted.map(({ day, newDefinitions, counts }) => {
    const { pass, fail, unknown, exempt } = counts;
    const asked = pass + fail + unknown + exempt;
    const index = first === undefined ? 0 : daysBetween(first, day);
    return { day, index, pass, fail, unknown, exempt, asked, newDefinitions };
  });
  return {
    days,
    length: (days.at(-1)?.index ?? -1) + 1,
    most: Math.max(0, ...days.map(({ asked }) => asked)),
  };
}

function daysBetween(from: string, to: string): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const end = DateTime.fromISO(to, { zone: 'utc' });
  return Math.round(end.diff(start, 'days').days);
}

/** The days on which a number was other than on the day counted before, the first and the last included. */
export function turningDays({ days }: Trend): TrendDay[] {
  return days.filter((day, index) => {
    if (index === 0 || index === days.length - 1) return true;
    const before = days[index - 1];
    return (
      day.newDefinitions ||
      day.pass !== before.pass ||
      day.fail !== before.fail ||
      day.unknown !== before.unknown ||
      day.exempt !== before.exempt
    );
  });
}
