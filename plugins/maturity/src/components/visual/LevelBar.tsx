import { makeStyles } from '@material-ui/core/styles';
import type { LadderNumbers } from './levelName';
import { LevelTag } from './LevelTag';
import { TruthBar } from './TruthBar';
import type { TruthNumbers } from './truthParts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // The same width in every row, so that the bars below each other can be compared.
      gridTemplateColumns: '112px minmax(56px, 1fr)',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'MaturityLevelBar' },
);

/** Ladder, level and truth bar in one line, for the cell of a table. */
export function LevelBar(props: LadderNumbers & TruthNumbers) {
  const { level, achievable, names, ...truth } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <LevelTag level={level} achievable={achievable} names={names} />
      <TruthBar {...truth} />
    </div>
  );
}
