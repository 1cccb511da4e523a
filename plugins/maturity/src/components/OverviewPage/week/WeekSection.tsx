import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { useText } from '../../../hooks/useText';
import { Failure, Section, Skeletons } from '../../frame';
import { useWeek } from './useWeek';
import { WeekView } from './WeekView';

/** What changed in the last seven days. It is read by itself, so that the rest does not wait. */
export function WeekSection(props: { definitions: Definitions }) {
  const { definitions } = props;
  const t = useText();
  const { value, error, reload } = useWeek();
  return (
    <Section title={t('week.title')}>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[24, 64, 64, 64]} />}
      {value && <WeekView week={value} definitions={definitions} />}
    </Section>
  );
}
