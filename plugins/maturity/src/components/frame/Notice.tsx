import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { color: theme.palette.text.primary, overflowWrap: 'anywhere' },
    title: { fontWeight: 600 },
  }),
  { name: 'MaturityNotice' },
);

export interface NoticeProps {
  severity: 'info' | 'warning' | 'error' | 'success';
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  /** How it is announced: `alert` interrupts, `status` waits, neither is silent. */
  role?: 'alert' | 'status';
}

/** A message that stands in the page. */
export function Notice(props: NoticeProps) {
  const { severity, title, action, children, role } = props;
  const classes = useStyles();
  return (
    <Alert
      severity={severity}
      variant="outlined"
      action={action}
      role={role ?? 'note'}
      className={classes.root}
    >
      {title && <AlertTitle className={classes.title}>{title}</AlertTitle>}
      {children}
    </Alert>
  );
}
