import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Moment, Notice, Section } from '../frame';

/** When the catalog was last read, and since when it could not be. */
export function FreshnessSection(props: { sweeps: readonly Sweep[] }) {
  const { sweeps } = props;
  const t = useText();
  const finished = sweeps.filter(sweep => sweep.status !== 'running');
  const newest = finished.at(0);
  const succeeded = finished.find(sweep => sweep.status === 'succeeded');
  if (!newest) return null;
  const failed = newest.status === 'failed';
  return (
    <Section title={t('overview.freshness.title')}>
      {failed && (
        <Notice
          severity="warning"
          title={
            succeeded
              ? t('overview.freshness.failing', {
                  when: <Moment at={momentOf(newest)} />,
                  since: <Moment at={momentOf(succeeded)} />,
                })
              : t('overview.freshness.failingNever', {
                  when: <Moment at={momentOf(newest)} />,
                })
          }
        >
          {newest.error &&
            t('overview.freshness.reason', { error: newest.error })}
        </Notice>
      )}
      {!failed && (
        <Typography variant="body2">
          {t('overview.freshness.newest', {
            when: <Moment at={momentOf(newest)} />,
          })}{' '}
          {t('overview.freshness.counts', {
            total: String(newest.total),
            evaluated: String(newest.evaluated),
            removed: String(newest.removed),
          })}
        </Typography>
      )}
      {sweeps.at(0)?.status === 'running' && (
        <Typography variant="body2" color="textSecondary">
          {t('overview.freshness.running')}
        </Typography>
      )}
    </Section>
  );
}

function momentOf(sweep: Sweep): string {
  return sweep.finishedAt ?? sweep.startedAt;
}
