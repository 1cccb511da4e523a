import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { useReducer } from 'react';
import useInterval from 'react-use/esm/useInterval';

const MINUTE = 60_000;

/** A time as "3 hours ago", kept current, with the exact time and its zone on hover. */
export function Moment(props: { at: string }) {
  const { at } = props;
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useInterval(tick, MINUTE);
  const language = useApiHolder().get(appLanguageApiRef)?.getLanguage();
  const moment = DateTime.fromISO(at).setLocale(language?.language ?? 'en');
  if (!moment.isValid) return <span>{at}</span>;
  return (
    <time
      dateTime={at}
      title={moment.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {moment.toRelative()}
    </time>
  );
}
