import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { Help, Section } from '../frame';
import { LevelDistribution, LevelTag, TrackName, TruthBar } from '../visual';

const useStyles = makeStyles(
  theme => ({
    tracks: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
      gap: theme.spacing(3, 5),
      marginBlockStart: theme.spacing(2),
    },
    name: { fontSize: '1rem', fontWeight: 600 },
    set: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minBlockSize: '24px',
      margin: theme.spacing(0.5, 0, 1),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityTrackSection' },
);

/** Per track: how many services stand at each level, and what the set has reached together. */
export function TrackSection(props: {
  definitions: Definitions;
  organization: RollUpItem;
}) {
  const { definitions, organization } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <Section title={t('overview.tracks.title')} help={<Help term="level" />}>
      <Typography variant="body2" color="textSecondary">
        {t('overview.tracks.note')}
      </Typography>
      <div className={classes.tracks}>
        {definitions.tracks.map(({ id, title, levels }) => {
          const track = own(organization.rollUp.tracks, id);
          if (!track) return null;
          return (
            <div key={id}>
              <Typography component="h3" className={classes.name}>
                <TrackName id={id} title={title} />
              </Typography>
              <div className={classes.set}>
                {t('overview.tracks.set')}
                {track.level === null ? (
                  t('overview.tracks.noData')
                ) : (
                  <LevelTag
                    level={track.level}
                    achievable={levels.length}
                    names={levels}
                  />
                )}
              </div>
              <TruthBar score={track.score} coverage={track.coverage} />
              <LevelDistribution
                title={title}
                names={levels}
                histogram={track.histogram}
                notApplicable={track.notApplicable}
                href={level =>
                  href({
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
