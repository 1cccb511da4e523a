import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { VerdictMark } from '../components/visual';

const useStyles = makeStyles(
  theme => ({
    state: {
      display: 'flex',
      gap: theme.spacing(0.75),
      minBlockSize: '1.5em',
      marginBlockStart: theme.spacing(0.5),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
      // Colour alone does not tell a link from the words around it.
      '& a': { textDecoration: 'underline' },
    },
    mark: { flex: 'none', lineHeight: 1.3 },
    wrong: { color: theme.palette.error.main },
  }),
  { name: 'MaturityFieldStatus' },
);

/** The line below a field that says what is known of its value, with a mark once that is decided. */
export function FieldStatus(props: {
  id: string;
  verdict: 'pass' | 'fail' | undefined;
  children: ReactNode;
}) {
  const { id, verdict, children } = props;
  const classes = useStyles();
  return (
    <div
      id={id}
      role="status"
      className={`${classes.state} ${verdict === 'fail' ? classes.wrong : ''}`}
    >
      {verdict && (
        <span className={classes.mark} aria-hidden>
          <VerdictMark status={verdict} />
        </span>
      )}
      <span>{children}</span>
    </div>
  );
}
