import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(1.5), minInlineSize: 0 },
    head: { fontSize: '0.875rem', cursor: 'pointer' },
    lines: {
      margin: theme.spacing(1, 0, 0),
      padding: theme.spacing(1, 1.5),
      maxBlockSize: '240px',
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.8125rem',
      lineHeight: 1.6,
      // Logs read from left to right in every language.
      direction: 'ltr',
      textAlign: 'left',
    },
  }),
  { name: 'MaturityTaskLog' },
);

/** Colours of a terminal. */
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g;

/** What a run has said so far; nothing before it says anything. */
export function TaskLog(props: {
  lines: readonly string[];
  /** Whether it is what the reader wants to see now. */
  isOpen: boolean;
}) {
  const { lines, isOpen } = props;
  const t = useText();
  const classes = useStyles();
  if (lines.length === 0) return null;
  return (
    <details className={classes.root} open={isOpen}>
      <summary className={classes.head}>{t('fix.run.log')}</summary>
      <pre
        className={classes.lines}
        role="region"
        aria-label={t('fix.run.log')}
        // Long lines scroll, so the keyboard must be able to reach them.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {lines.join('\n').replace(COLOURS, '')}
      </pre>
    </details>
  );
}
