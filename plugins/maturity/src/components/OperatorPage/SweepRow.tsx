import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { type Text, useText } from '../../hooks/useText';
import { Moment } from '../frame';
import { VerdictMark } from '../visual';
import { SWEEP_VERDICTS } from './sweepVerdicts';

const useStyles = makeStyles(
  theme => ({
    status: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
    error: {
      display: 'block',
      maxInlineSize: '60ch',
      minInlineSize: '200px',
      overflowWrap: 'anywhere',
      color: theme.palette.text.secondary,
    },
    nowrap: { whiteSpace: 'nowrap' },
    number: { '&&': { textAlign: 'end' }, whiteSpace: 'nowrap' },
  }),
  { name: 'MaturitySweepRow' },
);

/** One sweep. */
export function SweepRow(props: { sweep: Sweep }) {
  const { sweep } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.nowrap}
      >
        <Moment at={sweep.startedAt} />
      </TableCell>
      <TableCell>
        <span className={classes.status}>
          <span aria-hidden>
            <VerdictMark status={SWEEP_VERDICTS[sweep.status]} size={14} />
          </span>
          {t(`operator.sweeps.${sweep.status}`)}
        </span>
        {sweep.error && <span className={classes.error}>{sweep.error}</span>}
      </TableCell>
      <TableCell className={classes.number}>{durationText(t, sweep)}</TableCell>
      <TableCell className={classes.number}>{sweep.total}</TableCell>
      <TableCell className={classes.number}>{sweep.evaluated}</TableCell>
      <TableCell className={classes.number}>{sweep.written}</TableCell>
      <TableCell className={classes.number}>{sweep.removed}</TableCell>
    </TableRow>
  );
}

function durationText(t: Text, { startedAt, finishedAt }: Sweep): string {
  if (finishedAt === null) return '–';
  const milliseconds = Date.parse(finishedAt) - Date.parse(startedAt);
  return milliseconds < 1_000
    ? t('operator.sweeps.milliseconds', { milliseconds: String(milliseconds) })
    : t('operator.sweeps.seconds', {
        seconds: (milliseconds / 1_000).toFixed(1),
      });
}
