import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(1, 1.5),
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
    // The signs in front carry the meaning; weight makes it quick to see.
    changed: { fontWeight: 700 },
    same: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityDiffText' },
);

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
            className={/^[+-]/.test(line) ? classes.changed : classes.same}
          >
            {line}
          </div>
        ))}
    </pre>
  );
}
