import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useMemo, useState } from 'react';
import { useText } from '../../hooks/useText';
import { Action, Help, Section } from '../frame';
import { TruthLegend } from '../visual';
import { byImprovement } from './byImprovement';
import { TeamCards } from './TeamCards';
import { TeamsTable } from './TeamsTable';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({ legend: { margin: theme.spacing(2, 0, 1) } }),
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
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => byImprovement(teams), [teams]);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  const Teams = narrow ? TeamCards : TeamsTable;
  return (
    <Section title={t('overview.teams.title')} help={<Help term="truth" />}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t(
          ordered.length === 0 ? 'overview.teams.empty' : 'overview.teams.note',
        )}
      </Typography>
      {ordered.length > 0 && (
        <Teams teams={shown} tracks={definitions.tracks} />
      )}
      {ordered.length > 0 && (
        <div className={classes.legend}>
          <TruthLegend split={false} />
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
