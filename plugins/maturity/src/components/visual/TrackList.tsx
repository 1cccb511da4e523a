import { makeStyles } from '@material-ui/core/styles';
import type { LadderNumbers } from './levelName';
import { LevelTag } from './LevelTag';
import { NARROW } from './narrow';
import { TrackName } from './TrackName';
import { TruthBar } from './TruthBar';
import type { TruthNumbers } from './truthParts';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      // The same widths in every list, so that the bars of lists below each other can be compared.
      gridTemplateColumns: 'fit-content(44%) 120px minmax(48px, 1fr)',
      gap: theme.spacing(0.75, 1.5),
      alignItems: 'center',
      margin: 0,
      fontSize: '0.875rem',
      [NARROW]: { gridTemplateColumns: '120px minmax(48px, 1fr)' },
    },
    row: { display: 'contents' },
    cell: { margin: 0, minInlineSize: 0 },
    // Beside the rest, a name would shrink to a column of letters.
    name: { [NARROW]: { gridColumn: '1 / -1' } },
  }),
  { name: 'MaturityTrackList' },
);

/** One track of a service or of a set. */
export interface TrackRow extends LadderNumbers, TruthNumbers {
  id: string;
  title: string;
}

/** Tracks below each other, each in one line: name, ladder with level, truth bar. */
export function TrackList(props: { rows: readonly TrackRow[]; size?: number }) {
  const { rows, size = 20 } = props;
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {rows.map(({ id, title, level, achievable, names, ...truth }) => (
        <div key={id} className={classes.row}>
          <dt className={`${classes.cell} ${classes.name}`}>
            <TrackName id={id} title={title} />
          </dt>
          <dd className={classes.cell}>
            <LevelTag
              level={level}
              achievable={achievable}
              names={names}
              size={size}
            />
          </dd>
          <dd className={classes.cell}>
            {level !== null && <TruthBar {...truth} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
