import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Notice } from '../frame';

const useStyles = makeStyles(
  theme => ({ progress: { marginBlock: theme.spacing(1.5, 0.5) } }),
  { name: 'MaturityPendingNotice' },
);

/** What is going on before the first scorecards exist. */
export function PendingNotice(props: { sweeps: readonly Sweep[] }) {
  const { sweeps } = props;
  const t = useText();
  const classes = useStyles();
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
      <LinearProgress
        aria-label={t('overview.pending.title')}
        className={classes.progress}
      />
    </Notice>
  );
}
