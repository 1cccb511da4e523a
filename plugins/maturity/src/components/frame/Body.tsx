import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      maxInlineSize: '1440px',
      marginInline: 'auto',
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'MaturityBody' },
);

/** The column that every page and tab of ours stands in. */
export function Body(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root} data-maturity="">
      {props.children}
    </div>
  );
}
