import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import type { Direction } from './changes';
import { DirectionMark } from './DirectionMark';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      alignItems: 'center',
      padding: theme.spacing(0.5, 0),
    },
    text: { fontWeight: 600, overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityMoveLine' },
);

/** A stage or level that moved, as a sentence with an arrow. */
export function MoveLine(props: {
  what: string;
  /** Undefined where it did not apply. */
  from: string | undefined;
  /** Undefined where it does not apply. */
  to: string | undefined;
  direction: Direction;
}) {
  const { direction } = props;
  const classes = useStyles();
  return (
    <li className={classes.line}>
      <DirectionMark direction={direction} />
      <Typography variant="body2" className={classes.text}>
        {useSentence(props)}
      </Typography>
    </li>
  );
}

function useSentence(props: Parameters<typeof MoveLine>[0]): string {
  const { what, from, to, direction } = props;
  const t = useText();
  if (to === undefined) {
    return t('history.unasked', { what, from: from ?? '' });
  }
  if (from === undefined) return t('history.asked', { what, to });
  switch (direction) {
    case 'up':
      return t('history.rose', { what, from, to });
    case 'down':
      return t('history.fell', { what, from, to });
    case 'neither':
      return t('history.changed', { what, from, to });
    default: {
      const never: never = direction;
      return never;
    }
  }
}
