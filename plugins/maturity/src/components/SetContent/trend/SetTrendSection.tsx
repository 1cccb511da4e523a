import type { Track } from '../../../api';
import { useText } from '../../../hooks/useText';
import { Failure, Section, Skeletons } from '../../frame';
import { SetTrendView } from './SetTrendView';
import { useSetTrend } from './useSetTrend';

/** How the levels of a set went over the last quarter. It is read by itself, so that the rest does not wait. */
export function SetTrendSection(props: {
  entityRef: string;
  tracks: readonly Track[];
}) {
  const { entityRef, tracks } = props;
  const t = useText();
  const { value, error, reload } = useSetTrend(entityRef);
  // While another set is read, the one before must not stand under its name.
  const shown = value?.entityRef === entityRef ? value.list : undefined;
  return (
    <Section title={t('trend.title')}>
      {error && (
        <Failure error={error} kept={shown !== undefined} onRetry={reload} />
      )}
      {!shown && !error && <Skeletons heights={[180]} />}
      {shown && <SetTrendView list={shown} tracks={tracks} />}
    </Section>
  );
}
