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
  return (
    <Section title={t('trend.title')}>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[180]} />}
      {value && <SetTrendView list={value} tracks={tracks} />}
    </Section>
  );
}
