import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Track } from '../../api';
import { useServiceLink } from '../../filters';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { TrackList } from '../visual';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      padding: theme.spacing(2, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    facts: {
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      marginBlockEnd: theme.spacing(1),
    },
  }),
  { name: 'MaturityServiceCards' },
);

/** The list for narrow screens: one service below the other, nothing to scroll sideways. */
export function ServiceCards(props: {
  items: readonly ScorecardSummary[];
  tracks: readonly Track[];
}) {
  const { items, tracks } = props;
  const t = useText();
  const classes = useStyles();
  const link = useServiceLink();
  return (
    <ul className={classes.list} aria-label={t('services.title')}>
      {items.map(item => (
        <li key={item.entityRef} className={classes.card}>
          <Typography component="h2" className={classes.name}>
            <Link to={link(item.entityRef)}>{item.title}</Link>
          </Typography>
          <div className={classes.facts}>
            {t(`visual.stage.${item.stage ?? 'leaving'}`)}
            {' · '}
            {item.tier === null
              ? t('services.tierMissing')
              : t('services.tierShort', { tier: String(item.tier) })}
            {item.owner && (
              <>
                {' · '}
                <EntityRefLink entityRef={item.owner} defaultKind="group" />
              </>
            )}
          </div>
          <TrackList
            size={16}
            rows={tracks.map(track => {
              const score = own(item.tracks, track.id);
              return {
                id: track.id,
                title: track.title,
                level: score?.level ?? null,
                achievable: score?.achievable ?? null,
                names: track.levels,
                score: score?.score ?? null,
                coverage: score?.coverage ?? null,
                proven: score?.proven,
              };
            })}
          />
        </li>
      ))}
    </ul>
  );
}
