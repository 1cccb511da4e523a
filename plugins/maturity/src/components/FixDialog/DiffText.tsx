import { alpha, makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(1, 0),
      overflowX: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.8125rem',
      lineHeight: 1.6,
      // Code reads from left to right in every language.
      direction: 'ltr',
      textAlign: 'left',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    // The signs in front carry the meaning; weight and colour make it quick to see.
    line: { padding: theme.spacing(0, 1.5) },
    added: {
      fontWeight: 700,
      background: alpha(theme.palette.success.main, 0.14),
    },
    removed: {
      fontWeight: 700,
      background: alpha(theme.palette.error.main, 0.12),
    },
    same: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityDiffText' },
);

function kindOf(line: string): 'added' | 'removed' | 'same' {
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'same';
}

/** A unified difference, line by line. */
export function DiffText(props: { diff: string; label: string }) {
  const { diff, label } = props;
  const classes = useStyles();
  return (
    <pre
      className={classes.root}
      role="region"
      aria-label={label}
      // Long lines scroll, so the keyboard must be able to reach them.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {diff
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          <div
            key={index}
            className={`${classes.line} ${classes[kindOf(line)]}`}
          >
            {line}
          </div>
        ))}
    </pre>
  );
}
