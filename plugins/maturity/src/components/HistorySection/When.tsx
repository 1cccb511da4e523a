import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { Moment } from '../frame';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
    relative: { fontWeight: 600 },
    exact: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  }),
  { name: 'MaturityWhen' },
);

/** When something changed: how long ago, and beside it the moment in the reader's own time zone. */
export function When(props: { at: string }) {
  const { at } = props;
  const classes = useStyles();
  const moment = DateTime.fromISO(at).setLocale(useLanguage());
  return (
    <div className={classes.root}>
      <span className={classes.relative}>
        <Moment at={at} />
      </span>
      {moment.isValid && (
        <span className={classes.exact}>
          {moment.toLocaleString({
            ...DateTime.DATETIME_MED,
            timeZoneName: 'short',
          })}
        </span>
      )}
    </div>
  );
}
