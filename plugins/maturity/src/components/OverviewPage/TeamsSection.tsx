import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useMemo, useState } from 'react';
import { useText } from '../../hooks/useText';
import { Action, Help, Section } from '../frame';
import { TrackName } from '../visual';
import { TeamRow } from './TeamRow';
import { byImprovement } from './byImprovement';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', marginBlockStart: theme.spacing(1) },
    head: { whiteSpace: 'nowrap' },
  }),
  { name: 'MaturityTeamsSection' },
);

/** Teams by tracks: a map of ladders and truth bars, the biggest improvement first. */
export function TeamsSection(props: {
  definitions: Definitions;
  teams: readonly RollUpItem[];
}) {
  const { definitions, teams } = props;
  const t = useText();
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => byImprovement(teams), [teams]);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  return (
    <Section title={t('overview.teams.title')} help={<Help term="truth" />}>
      <Typography variant="body2" color="textSecondary">
        {t(
          ordered.length === 0 ? 'overview.teams.empty' : 'overview.teams.note',
        )}
      </Typography>
      {ordered.length > 0 && (
        <div
          className={classes.scroll}
          role="region"
          aria-label={t('overview.teams.title')}
          tabIndex={0}
        >
          <Table size="small" aria-label={t('overview.teams.title')}>
            <TableHead>
              <TableRow className={classes.head}>
                <TableCell>{t('overview.teams.team')}</TableCell>
                <TableCell align="right">
                  {t('overview.teams.services')}
                </TableCell>
                {definitions.tracks.map(({ id, title }) => (
                  <TableCell key={id}>
                    <TrackName id={id} title={title} />
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map(team => (
                <TeamRow
                  key={team.key}
                  team={team}
                  tracks={definitions.tracks}
                />
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {ordered.length > SHOWN && (
        <Action size="small" onClick={() => setAll(!all)}>
          {all
            ? t('overview.teams.fewer')
            : t('overview.teams.all', { total: String(ordered.length) })}
        </Action>
      )}
    </Section>
  );
}
