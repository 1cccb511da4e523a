import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ServicesQuery, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { Help, Section } from '../frame';
import {
  LevelDistribution,
  LevelTag,
  levelName,
  TrackName,
  TruthBar,
} from '../visual';

const useStyles = makeStyles(
  theme => ({
    tracks: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
      gap: theme.spacing(4, 5),
      marginBlockStart: theme.spacing(2),
    },
    name: { fontSize: '1rem', fontWeight: 600 },
    level: {
      fontSize: '1.25rem',
      fontWeight: 600,
      marginBlock: theme.spacing(1.5),
    },
    minimum: { marginBlockEnd: theme.spacing(1) },
  }),
  { name: 'MaturitySetTracks' },
);

/** Per track: what the set has reached together, its truth bar, and how many services stand where. */
export function SetTracks(props: {
  item: RollUpItem;
  definitions: Definitions;
  within: ServicesQuery;
}) {
  const { item, definitions, within } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <Section title={t('set.tracks.title')} help={<Help term="level" />}>
      <Typography variant="body2" color="textSecondary">
        {t('set.tracks.share', {
          percent: `${Math.round(definitions.rollUpShare * 100)}%`,
        })}
      </Typography>
      <div className={classes.tracks}>
        {definitions.tracks.map(({ id, title, levels }) => {
          const track = own(item.rollUp.tracks, id);
          if (!track) return null;
          return (
            <div key={id}>
              <Typography component="h3" className={classes.name}>
                <TrackName id={id} title={title} />
              </Typography>
              <div className={classes.level}>
                <LevelTag
                  level={track.level}
                  achievable={track.level === null ? null : levels.length}
                  names={levels}
                  size={40}
                />
              </div>
              {track.minimum !== null && (
                <Typography variant="body2" className={classes.minimum}>
                  {t('set.tracks.minimum', {
                    level: levelName(t, track.minimum, levels),
                  })}
                </Typography>
              )}
              <TruthBar
                score={track.score}
                coverage={track.coverage}
                height={12}
              />
              <LevelDistribution
                title={title}
                names={levels}
                histogram={track.histogram}
                notApplicable={track.notApplicable}
                href={level =>
                  href({
                    ...within,
                    track: id,
                    level: [level === null ? 'none' : String(level)],
                    lifecycle: ['production'],
                  })
                }
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
