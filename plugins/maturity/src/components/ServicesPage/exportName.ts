import { DateTime } from 'luxon';

/** The name of a file of services, with the reader's own date, so that later ones do not overwrite it. */
export function exportName(now: Date): string {
  return `maturity-services-${DateTime.fromJSDate(now).toISODate()}.csv`;
}
