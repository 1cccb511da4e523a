import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { TrackName } from '../visual';
import { TeamLink } from './TeamLink';
import { TeamTrack } from './TeamTrack';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    team: {
      padding: theme.spacing(1.5, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    head: { display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' },
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    tracks: { display: 'grid', gap: theme.spacing(1), margin: 0 },
    track: { margin: 0 },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  }),
  { name: 'MaturityTeamCards' },
);

/** The map of teams for narrow screens: one team below the other. */
export function TeamCards(props: {
  teams: readonly RollUpItem[];
  tracks: Definitions['tracks'];
}) {
  const { teams, tracks } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('overview.teams.title')}>
      {teams.map(team => (
        <li key={team.key} className={classes.team}>
          <div className={classes.head}>
            <Typography component="h3" className={classes.name}>
              <TeamLink team={team} />
            </Typography>
            <span className={classes.quiet}>
              {t('common.services', { count: team.rollUp.total })}
            </span>
          </div>
          <dl className={classes.tracks}>
            {tracks.map(track => (
              <div key={track.id}>
                <dt className={classes.quiet}>
                  <TrackName id={track.id} title={track.title} />
                </dt>
                <dd className={classes.track}>
                  <TeamTrack team={team} track={track} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
