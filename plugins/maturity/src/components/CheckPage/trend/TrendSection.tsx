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
  // While another check is read, the one before must not stand under its name.
  const shown = value?.check === check ? value.trend : undefined;
  const refused = error !== undefined && errorStatus(error) === 'not-allowed';
  return (
    <Section title={t('trend.title')}>
      {refused && (
        <Typography variant="body2" color="textSecondary">
          {t('checks.trend.notAllowed')}
        </Typography>
      )}
      {error && !refused && (
        <Failure error={error} kept={shown !== undefined} onRetry={reload} />
      )}
      {!shown && !error && <Skeletons heights={[180]} />}
      {shown && !refused && <TrendView trend={shown} />}
    </Section>
  );
}
