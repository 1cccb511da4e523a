import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { TrackName } from '../visual';
import { TeamLink } from './TeamLink';
import { TeamTrack } from './TeamTrack';

const useStyles = makeStyles(
  {
    scroll: { overflowX: 'auto' },
    head: { whiteSpace: 'nowrap' },
    // Cells ignore such limits, so a block inside of them has them.
    name: {
      display: 'block',
      minInlineSize: '120px',
      maxInlineSize: '260px',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'MaturityTeamsTable' },
);

/** The map of teams as a table, for screens that are wide enough to compare. */
export function TeamsTable(props: {
  teams: readonly RollUpItem[];
  tracks: readonly Track[];
}) {
  const { teams, tracks } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('overview.teams.title')}>
        <TableHead>
          <TableRow className={classes.head}>
            <TableCell>{t('overview.teams.team')}</TableCell>
            <TableCell align="right">{t('overview.teams.services')}</TableCell>
            {tracks.map(({ id, title }) => (
              <TableCell key={id}>
                <TrackName id={id} title={title} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {teams.map(team => (
            <TableRow key={team.key} hover>
              <TableCell component="th" scope="row" role="rowheader">
                <span className={classes.name}>
                  <TeamLink team={team} />
                </span>
              </TableCell>
              <TableCell align="right">{team.rollUp.total}</TableCell>
              {tracks.map(track => (
                <TableCell key={track.id}>
                  <TeamTrack team={team} track={track} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
