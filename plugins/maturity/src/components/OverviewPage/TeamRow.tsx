import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { LevelTag, TruthBar } from '../visual';

const useStyles = makeStyles(
  theme => ({
    // Cells ignore such limits, so a block inside of them has them.
    name: {
      display: 'block',
      minInlineSize: '120px',
      maxInlineSize: '260px',
      overflowWrap: 'anywhere',
    },
    cell: {
      display: 'grid',
      gridTemplateColumns: '112px minmax(64px, 1fr)',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityTeamRow' },
);

/** One team: its services, and per track where they stand together. */
export function TeamRow(props: {
  team: RollUpItem;
  tracks: Definitions['tracks'];
}) {
  const { team, tracks } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" role="rowheader">
        <span className={classes.name}>
          {team.entityRef ? (
            <Link to={href({ owner: [team.entityRef], ownerScope: 'tree' })}>
              {team.title}
            </Link>
          ) : (
            team.title || t('overview.teams.nobody')
          )}
        </span>
      </TableCell>
      <TableCell align="right">{team.rollUp.total}</TableCell>
      {tracks.map(({ id, levels }) => {
        const track = own(team.rollUp.tracks, id);
        return (
          <TableCell key={id}>
            {!track || track.level === null ? (
              <span className={classes.quiet}>
                {t('overview.teams.noData')}
              </span>
            ) : (
              <div className={classes.cell}>
                <LevelTag
                  level={track.level}
                  achievable={levels.length}
                  names={levels}
                />
                <TruthBar score={track.score} coverage={track.coverage} />
              </div>
            )}
          </TableCell>
        );
      })}
    </TableRow>
  );
}
