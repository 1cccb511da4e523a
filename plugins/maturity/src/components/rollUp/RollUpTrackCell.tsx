import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { LevelBar } from '../visual';

const useStyles = makeStyles(
  theme => ({ quiet: { color: theme.palette.text.secondary } }),
  { name: 'MaturityRollUpTrackCell' },
);

/** Where the services of a set stand together on one track. */
export function RollUpTrackCell(props: { item: RollUpItem; track: Track }) {
  const { item, track } = props;
  const t = useText();
  const classes = useStyles();
  const rolled = own(item.rollUp.tracks, track.id);
  if (!rolled || rolled.level === null) {
    return <span className={classes.quiet}>{t('set.tracks.noData')}</span>;
  }
  return (
    <LevelBar
      level={rolled.level}
      achievable={track.levels.length}
      names={track.levels}
      score={rolled.score}
      coverage={rolled.coverage}
      proven={rolled.proven}
    />
  );
}
