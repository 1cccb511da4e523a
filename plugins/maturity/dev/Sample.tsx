import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBlockEnd: theme.spacing(2),
    },
    name: {
      flexBasis: 160,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturitySample' },
);

/** A sign with the name of its state. */
export function Sample(props: { name: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <span className={classes.name}>{props.name}</span>
      {props.children}
    </div>
  );
}
