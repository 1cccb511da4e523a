import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useReducer, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { useLanguage } from '../../hooks/useLanguage';

const MINUTE = 60_000;

const useStyles = makeStyles(
  {
    // "3 hours ago" means nothing on paper.
    moment: {
      '@media print': {
        '& > span': { display: 'none' },
        '&::after': { content: 'attr(data-exact)' },
      },
    },
  },
  { name: 'MaturityMoment' },
);

/** A time as "3 hours ago", kept current, with the exact time and its zone on hover and on focus. */
export function Moment(props: { at: string }) {
  const { at } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useInterval(tick, MINUTE);
  const moment = DateTime.fromISO(at).setLocale(useLanguage());
  if (!moment.isValid) return <span>{at}</span>;
  const exact = moment.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS);
  return (
    <Tooltip
      title={exact}
      placement="top"
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
    >
      <time
        dateTime={at}
        data-exact={exact}
        // Without a stop for the keyboard, only a mouse could ask for the exact time.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        // A touch focuses too, and has no other way to ask.
        onFocus={() => setOpen(true)}
        className={classes.moment}
      >
        <span>{moment.toRelative()}</span>
      </time>
    </Tooltip>
  );
}
