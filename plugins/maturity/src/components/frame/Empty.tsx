import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(4, 0, 3), maxInlineSize: '60ch' },
    title: { fontSize: '1rem', fontWeight: 600 },
    action: { marginBlockStart: theme.spacing(2) },
  }),
  { name: 'MaturityEmpty' },
);

/** What a section says in place of a list that has nothing in it, with a way on. */
export function Empty(props: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { title, children, action } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography component="h3" className={classes.title}>
        {title}
      </Typography>
      <Typography variant="body2">{children}</Typography>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
