import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';

/** Writes a UTC day as the reader's language does. */
export function useDay(): (day: string) => string {
  const language = useLanguage();
  return day =>
    DateTime.fromISO(day, { zone: 'utc' })
      .setLocale(language)
      .toLocaleString(DateTime.DATE_MED);
}
