import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { useUniqueId } from '../../hooks/useUniqueId';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2, 3, 3),
      '@media print': { breakInside: 'avoid' },
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      marginBlockEnd: theme.spacing(2),
    },
    name: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minInlineSize: 0,
    },
    title: { fontSize: '1.125rem', fontWeight: 600, overflowWrap: 'anywhere' },
  }),
  { name: 'MaturitySection' },
);

export interface SectionProps {
  title: ReactNode;
  /** Stands directly after the title, for a help button. */
  help?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page: a heading that names the region, and what it holds. */
export function Section(props: SectionProps) {
  const { title, help, actions, children } = props;
  const classes = useStyles();
  const id = useUniqueId('section');
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      className={classes.root}
    >
      <div className={classes.head}>
        <div className={classes.name}>
          <Typography id={id} component="h2" className={classes.title}>
            {title}
          </Typography>
          {help}
        </div>
        {actions && <div>{actions}</div>}
      </div>
      {children}
    </Paper>
  );
}
