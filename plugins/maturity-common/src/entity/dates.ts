import { isHttpUrl } from './addresses';

const DAY_MS = 86_400_000;

/**
 * A calendar day in UTC.
 *
 * @public
 */
export interface IsoDate {
  /** `YYYY-MM-DD`. */
  text: string;
  /** Days since 1970-01-01. */
  day: number;
}

/**
 * The UTC day, in days since 1970-01-01, of an instant in epoch milliseconds.
 *
 * @public
 */
export function utcDay(now: number): number {
  return Math.floor(now / DAY_MS);
}

/**
 * Reads `YYYY-MM-DD`; undefined for any other form and for days that no calendar has, such as 2026-02-30.
 *
 * @public
 */
export function parseIsoDate(value: string): IsoDate | undefined {
  const date = value.trim();
  const match = /^\d{4}-(\d{2})-(\d{2})$/.exec(date);
  if (!match) {
    return undefined;
  }
  const instant = new Date(`${date}T00:00:00Z`);
  // An impossible day may be rolled over into the next month instead of being refused.
  if (
    instant.getUTCDate() !== Number(match[2]) ||
    instant.getUTCMonth() + 1 !== Number(match[1])
  ) {
    return undefined;
  }
  return { text: date, day: utcDay(instant.getTime()) };
}

/**
 * Reads a day with an optional http(s) URL after a space; undefined when either part is malformed.
 *
 * @public
 */
export function parseDatedLink(
  value: string,
): { date: IsoDate; url: string | undefined } | undefined {
  const [day, url, ...rest] = value.trim().split(/\s+/, 3);
  const date = parseIsoDate(day);
  if (!date || rest.length > 0) {
    return undefined;
  }
  if (url === undefined) {
    return { date, url: undefined };
  }
  return isHttpUrl(url) ? { date, url } : undefined;
}

/**
 * Age of a day in whole UTC days at an instant in epoch milliseconds; negative for a day in the future.
 *
 * @public
 */
export function ageInDays(date: IsoDate, now: number): number {
  return utcDay(now) - date.day;
}
