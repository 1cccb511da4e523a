import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { TruthLegend } from '../visual';
import { TrackPanel } from './TrackPanel';
import type { ScorecardData } from './useScorecard';

const useStyles = makeStyles(
  theme => ({
    tracks: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
      gap: theme.spacing(4, 5),
    },
    legend: { marginBlockStart: theme.spacing(3) },
  }),
  { name: 'MaturityTracksSection' },
);

/** The tracks side by side. */
export function TracksSection(props: ScorecardData) {
  const { detail, definitions } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('entity.tracks.title')} help={<Help term="level" />}>
      <div className={classes.tracks}>
        {definitions.tracks.map(track => (
          <TrackPanel key={track.id} track={track} detail={detail} />
        ))}
      </div>
      <div className={classes.legend}>
        <TruthLegend />
      </div>
    </Section>
  );
}
