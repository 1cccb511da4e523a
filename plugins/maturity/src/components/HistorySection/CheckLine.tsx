import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check } from '../../api';
import { useText } from '../../hooks/useText';
import { CheckTitle, EvidenceList, reasonSentence } from '../checks';
import { VerdictMark } from '../visual';
import type { CheckChange } from './changes';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(0.5, 0),
    },
    mark: { display: 'inline-flex', paddingBlockStart: 2 },
    text: { overflowWrap: 'anywhere' },
    title: { fontWeight: 600 },
    quiet: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityCheckLine' },
);

/** A check whose verdict changed: from what to what, why, and by which evidence. */
export function CheckLine(props: {
  change: CheckChange;
  check: Check | undefined;
}) {
  const { change, check } = props;
  const { from, to, before, after } = change;
  const t = useText();
  const classes = useStyles();
  return (
    <li className={classes.line}>
      <span className={classes.mark} aria-hidden>
        <VerdictMark status={to} size={18} />
      </span>
      <div>
        <Typography variant="body2" className={classes.text}>
          <span className={classes.title}>
            <CheckTitle id={change.check} title={check?.title} />
          </span>{' '}
          {t('history.check', {
            now: t(`history.now.${to}`),
            before: t(`history.before.${from}`),
          })}
        </Typography>
        {after && (
          <Typography className={classes.quiet} color="textSecondary">
            {reasonSentence(after)}
          </Typography>
        )}
        {after?.evidence && <EvidenceList evidence={[after.evidence]} />}
        {before && (
          <Typography className={classes.quiet} color="textSecondary">
            {t('history.reasonBefore', { reason: reasonSentence(before) })}
          </Typography>
        )}
      </div>
    </li>
  );
}
