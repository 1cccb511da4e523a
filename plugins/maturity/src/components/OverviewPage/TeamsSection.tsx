import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo, useState } from 'react';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Action, Help, Section } from '../frame';
import { RollUpMap } from '../rollUp';
import { byImprovement } from './byImprovement';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({ more: { marginBlockStart: theme.spacing(1.5) } }),
  { name: 'MaturityTeamsSection' },
);

/** Teams by tracks, the biggest improvement first. */
export function TeamsSection(props: {
  definitions: Definitions;
  teams: readonly RollUpItem[];
}) {
  const { definitions, teams } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => byImprovement(teams), [teams]);
  return (
    <Section title={t('overview.teams.title')} help={<Help term="truth" />}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t(
          ordered.length === 0 ? 'overview.teams.empty' : 'overview.teams.note',
        )}
      </Typography>
      {ordered.length > 0 && (
        <RollUpMap
          items={all ? ordered : ordered.slice(0, SHOWN)}
          tracks={definitions.tracks}
          title={t('overview.teams.title')}
          column={t('set.map.column.group')}
          hrefOf={ref => href({ owner: [ref], ownerScope: 'tree' })}
        />
      )}
      {ordered.length > SHOWN && (
        <div className={classes.more}>
          <Action
            size="small"
            variant="outlined"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all
              ? t('overview.teams.fewer')
              : t('overview.teams.all', { total: String(ordered.length) })}
          </Action>
        </div>
      )}
    </Section>
  );
}
