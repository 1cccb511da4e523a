import { InputError } from '@backstage/errors';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Epoch milliseconds of `--now`, an ISO date with or without time (UTC when no zone is given).
 *
 * @throws InputError for anything else, impossible dates included
 */
export function readNow(text: string): number {
  const match = ISO.exec(text.trim());
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(text.trim());
  const time = Date.parse(
    text.includes('T') && !hasZone ? `${text.trim()}Z` : text.trim(),
  );
  const day =
    match &&
    new Date(
      Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])),
    );
  const isPossible =
    day &&
    day.getUTCMonth() === Number(match[2]) - 1 &&
    day.getUTCDate() === Number(match[3]);
  if (!isPossible || Number.isNaN(time)) {
    throw new InputError(
      `--now "${text}" is not a date; an ISO date such as 2026-12-31 or 2026-12-31T12:00:00Z was expected.`,
    );
  }
  return time;
}
