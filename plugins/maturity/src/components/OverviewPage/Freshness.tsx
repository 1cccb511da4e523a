import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Moment, Notice } from '../frame';

/** Says first of all that what follows is old, when the catalog can not be read. */
export function StaleNotice(props: { sweeps: readonly Sweep[] }) {
  const t = useText();
  const newest = newestFinished(props.sweeps);
  if (newest?.status !== 'failed') return null;
  const succeeded = props.sweeps.find(({ status }) => status === 'succeeded');
  const when = <Moment at={momentOf(newest)} />;
  return (
    <Notice
      severity="warning"
      title={
        succeeded
          ? t('overview.freshness.failing', {
              when,
              since: <Moment at={momentOf(succeeded)} />,
            })
          : t('overview.freshness.failingNever', { when })
      }
    >
      {newest.error && t('overview.freshness.reason', { error: newest.error })}
    </Notice>
  );
}

/** When the catalog was last read, in one quiet line. */
export function FreshnessLine(props: { sweeps: readonly Sweep[] }) {
  const { sweeps } = props;
  const t = useText();
  const newest = newestFinished(sweeps);
  if (newest?.status !== 'succeeded') return null;
  return (
    <Typography variant="body2">
      {t('overview.freshness.newest', {
        when: <Moment at={momentOf(newest)} />,
      })}{' '}
      {t('overview.freshness.counts', {
        total: String(newest.total),
        evaluated: String(newest.evaluated),
        removed: String(newest.removed),
      })}{' '}
      {sweeps.at(0)?.status === 'running' && t('overview.freshness.running')}
    </Typography>
  );
}

function newestFinished(sweeps: readonly Sweep[]): Sweep | undefined {
  return sweeps.find(({ status }) => status !== 'running');
}

function momentOf(sweep: Sweep): string {
  return sweep.finishedAt ?? sweep.startedAt;
}
