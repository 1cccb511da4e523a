import { makeStyles } from '@material-ui/core/styles';
import { verdictTones } from '../visual';
import type { Direction } from './changes';

const useStyles = makeStyles(
  theme => {
    const tones = verdictTones(theme);
    return {
      mark: { flex: 'none', verticalAlign: 'middle' },
      up: { color: tones.pass },
      down: { color: tones.fail },
      neither: { color: tones.quiet },
    };
  },
  { name: 'MaturityDirectionMark' },
);

const PATHS: Readonly<Record<Direction, string>> = {
  up: 'M8 13.5v-11M3.5 7L8 2.5 12.5 7',
  down: 'M8 2.5v11M3.5 9L8 13.5 12.5 9',
  neither: 'M2.5 8h11M9 4.5L12.5 8 9 11.5',
};

/** An arrow beside a sentence that says the same, so it is decoration. */
export function DirectionMark(props: { direction: Direction }) {
  const { direction } = props;
  const classes = useStyles();
  return (
    <svg
      aria-hidden
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      data-direction={direction}
      className={`${classes.mark} ${classes[direction]}`}
    >
      <path d={PATHS[direction]} />
    </svg>
  );
}
