import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Track } from '../../api';
import { TruthLegend } from '../visual';
import { RollUpCards } from './RollUpCards';
import { RollUpTable } from './RollUpTable';

const useStyles = makeStyles(
  theme => ({ legend: { marginBlockStart: theme.spacing(2) } }),
  { name: 'MaturityRollUpMap' },
);

export interface RollUpMapProps {
  /** Sets in the order in which they are shown. */
  items: readonly RollUpItem[];
  tracks: readonly Track[];
  /** What the map is called for a screen reader. */
  title: string;
  /** What its rows are: "Team", "System". */
  column: string;
  hrefOf(entityRef: string): string;
}

/** Sets by tracks, as a map of ladders and truth bars with what the patterns mean. */
export function RollUpMap(props: RollUpMapProps) {
  const classes = useStyles();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  return (
    <>
      {narrow ? <RollUpCards {...props} /> : <RollUpTable {...props} />}
      <div className={classes.legend}>
        <TruthLegend />
      </div>
    </>
  );
}
