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
  TrackColumns,
  TrackName,
  TruthBar,
} from '../visual';

const useStyles = makeStyles(
  theme => ({
    note: { maxInlineSize: '75ch' },
    name: { fontSize: '1rem', fontWeight: 600 },
    purpose: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      maxInlineSize: '55ch',
    },
    // Purposes differ in length; what is compared must stand side by side.
    track: {
      display: 'grid',
      gridTemplateRows: 'subgrid',
      gridRow: 'span 2',
      rowGap: theme.spacing(0.5),
      alignContent: 'start',
    },
    level: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      marginBlock: theme.spacing(1),
    },
    reached: { fontSize: '1.125rem', fontWeight: 600 },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    spread: { marginBlockStart: theme.spacing(1) },
  }),
  { name: 'MaturityTracksSection' },
);

/** Per track: what the set has reached together, its truth bar, and how many services stand where. */
export function TracksSection(props: {
  definitions: Definitions;
  item: RollUpItem;
  /** Narrows the lists behind the numbers to the services of the set. */
  within?: ServicesQuery;
}) {
  const { definitions, item, within } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <Section title={t('set.tracks.title')} help={<Help term="level" />}>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('set.tracks.share', {
          percent: `${Math.round(definitions.rollUpShare * 100)}%`,
        })}
      </Typography>
      <TrackColumns>
        {definitions.tracks.map(({ id, title, purpose, levels }) => {
          const track = own(item.rollUp.tracks, id);
          if (!track) return null;
          return (
            <div key={id} className={classes.track}>
              <div>
                <Typography component="h3" className={classes.name}>
                  <TrackName id={id} title={title} />
                </Typography>
                <Typography className={classes.purpose}>{purpose}</Typography>
              </div>
              <div>
                <div className={classes.level}>
                  {track.level === null ? (
                    <span className={classes.quiet}>
                      {t('set.tracks.noData')}
                    </span>
                  ) : (
                    <span className={classes.reached}>
                      <LevelTag
                        level={track.level}
                        achievable={levels.length}
                        names={levels}
                        size={32}
                      />
                    </span>
                  )}
                  {track.minimum !== null && (
                    <span className={classes.quiet}>
                      {t('set.tracks.minimum', {
                        level: levelName(t, track.minimum, levels),
                      })}
                    </span>
                  )}
                </div>
                <TruthBar
                  score={track.score}
                  coverage={track.coverage}
                  proven={track.proven}
                  height={12}
                />
                <div className={classes.spread}>
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
              </div>
            </div>
          );
        })}
      </TrackColumns>
    </Section>
  );
}
