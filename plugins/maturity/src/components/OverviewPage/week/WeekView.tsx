import type {
  ChangeList,
  Definitions,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../../hooks/useText';
import { useDay } from '../../trend';
import type { Week } from './useWeek';
import { WeekChanges } from './WeekChanges';
import { WeekTable } from './WeekTable';

const useStyles = makeStyles(
  theme => ({
    pair: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)',
      gap: theme.spacing(3, 6),
      alignItems: 'start',
      [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    lead: {
      fontSize: '1.125rem',
      fontWeight: 500,
      marginBlockEnd: theme.spacing(1),
    },
    note: { maxInlineSize: '65ch', marginBlockEnd: theme.spacing(1) },
  }),
  { name: 'MaturityWeekView' },
);

/** What changed of late as a sentence, the services it concerns, and the numbers of then and now. */
export function WeekView(props: { week: Week; definitions: Definitions }) {
  const { changes, numbers } = props.week;
  const t = useText();
  const classes = useStyles();
  if (changes.recordedSince === null) {
    return <Typography className={classes.note}>{t('week.never')}</Typography>;
  }
  return (
    <div className={classes.pair}>
      <div>
        <Lead changes={changes} recordedSince={changes.recordedSince} />
        <WeekChanges changes={changes} definitions={props.definitions} />
      </div>
      <WeekTable numbers={numbers} />
    </div>
  );
}

function Lead(props: { changes: ChangeList; recordedSince: string }) {
  const { changes, recordedSince } = props;
  const { since, rose, fell, changed, complete } = changes;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const short = recordedSince > since.slice(0, 10);
  const day = dayText(recordedSince);
  const words = [
    rose > 0 ? t('week.rose', { count: rose }) : '',
    fell > 0 ? t('week.fell', { count: fell }) : '',
    changed > 0 || short ? '' : t('week.nothing'),
    changed === 0 && short ? t('week.nothingSince', { day }) : '',
    complete ? '' : t('week.atLeast'),
  ];
  return (
    <>
      <Typography className={classes.lead}>
        {words.filter(Boolean).join(' ')}
      </Typography>
      {short && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          {t('week.since', { day })}
        </Typography>
      )}
    </>
  );
}
