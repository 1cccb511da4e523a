import Typography from '@material-ui/core/Typography';
import { useText } from '../../../hooks/useText';
import { errorStatus, Failure, Section, Skeletons } from '../../frame';
import { TrendView } from './TrendView';
import { useTrend } from './useTrend';

/** How many services passed, failed and were unknown over the last quarter. */
export function TrendSection(props: { check: string }) {
  const { check } = props;
  const t = useText();
  const { value, error, reload } = useTrend(check);
  const refused = error !== undefined && errorStatus(error) === 'not-allowed';
  return (
    <Section title={t('trend.title')}>
      {refused && (
        <Typography variant="body2" color="textSecondary">
          {t('checks.trend.notAllowed')}
        </Typography>
      )}
      {error && !refused && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[180]} />}
      {value && !refused && <TrendView trend={value} />}
    </Section>
  );
}
