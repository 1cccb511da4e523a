import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { LevelTag, TruthBar } from '../visual';

const useStyles = makeStyles(
  theme => ({
    cell: {
      display: 'grid',
      gridTemplateColumns: '112px minmax(56px, 1fr)',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityTeamTrack' },
);

/** Where a team's services stand together on one track. */
export function TeamTrack(props: { team: RollUpItem; track: Track }) {
  const { team, track } = props;
  const t = useText();
  const classes = useStyles();
  const rolled = own(team.rollUp.tracks, track.id);
  if (!rolled || rolled.level === null) {
    return <span className={classes.quiet}>{t('overview.teams.noData')}</span>;
  }
  return (
    <div className={classes.cell}>
      <LevelTag
        level={rolled.level}
        achievable={track.levels.length}
        names={track.levels}
      />
      <TruthBar score={rolled.score} coverage={rolled.coverage} />
    </div>
  );
}
