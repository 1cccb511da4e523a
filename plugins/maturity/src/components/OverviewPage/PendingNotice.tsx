import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import LinearProgress from '@material-ui/core/LinearProgress';
import { useText } from '../../hooks/useText';
import { Notice } from '../frame';

/** What is going on before the first scorecards exist. */
export function PendingNotice(props: { sweeps: readonly Sweep[] }) {
  const { sweeps } = props;
  const t = useText();
  const newest = sweeps.at(0);
  if (newest?.status === 'failed') {
    return (
      <Notice
        severity="warning"
        role="status"
        title={t('overview.pending.failedTitle')}
      >
        {t('overview.pending.failed', { error: newest.error ?? '' })}
      </Notice>
    );
  }
  return (
    <Notice severity="info" role="status" title={t('overview.pending.title')}>
      {t('overview.pending.text')}{' '}
      {newest &&
        newest.total > 0 &&
        t('overview.pending.counted', { count: newest.total })}
      <LinearProgress aria-label={t('overview.pending.title')} />
    </Notice>
  );
}
