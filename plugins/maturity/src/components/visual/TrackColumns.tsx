import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
      gap: theme.spacing(4, 5),
      marginBlockStart: theme.spacing(2),
    },
  }),
  { name: 'MaturityTrackColumns' },
);

/** What is said of each track, side by side where there is room. */
export function TrackColumns(props: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.root}>{props.children}</div>;
}
