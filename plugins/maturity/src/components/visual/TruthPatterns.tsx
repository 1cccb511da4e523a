import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({ unknown: { color: theme.palette.text.secondary } }),
  { name: 'MaturityTruthPatterns' },
);

/** The hatching and the dots of a truth bar, under ids that only this bar has. */
export function TruthPatterns(props: { id: string; height: number }) {
  const { id, height } = props;
  const classes = useStyles();
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1 0V4" stroke="currentColor" strokeWidth="1.6" />
      </pattern>
      <pattern
        id={`${id}-dots`}
        width="4"
        height={height}
        patternUnits="userSpaceOnUse"
      >
        <circle
          cx="2"
          cy={height / 2}
          r="0.9"
          fill="currentColor"
          className={classes.unknown}
        />
      </pattern>
    </defs>
  );
}
