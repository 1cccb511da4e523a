import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { LevelBar } from '../visual';

const useStyles = makeStyles(
  theme => ({ quiet: { color: theme.palette.text.secondary } }),
  { name: 'MaturityTrackCell' },
);

/** Where a service stands on one track: ladder, level, truth bar. */
export function TrackCell(props: {
  track: Track;
  score: ScorecardSummary['tracks'][string] | undefined;
}) {
  const { track, score } = props;
  const t = useText();
  const classes = useStyles();
  if (!score || score.level === null) {
    return (
      <span className={classes.quiet}>{t('visual.level.notApplicable')}</span>
    );
  }
  return (
    <LevelBar
      level={score.level}
      achievable={score.achievable}
      names={track.levels}
      score={score.score}
      coverage={score.coverage}
      proven={score.proven}
    />
  );
}
