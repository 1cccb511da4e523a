import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { TrackName } from '../visual';
import { GoldenPathLine } from './GoldenPathLine';
import { groupResults } from './groupResults';
import { HiddenResults } from './HiddenResults';
import { LevelResults } from './LevelResults';
import type { ScorecardData } from './useScorecard';

const useStyles = makeStyles(
  theme => ({
    track: { '& + &': { marginBlockStart: theme.spacing(4) } },
    name: { fontSize: '1rem', fontWeight: 600 },
  }),
  { name: 'MaturityChecksSection' },
);

/** Every check by track and level; what passes is folded, what does not apply is hidden. */
export function ChecksSection(props: ScorecardData) {
  const { detail, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const checks = new Map(definitions.checks.map(check => [check.id, check]));
  const groups = groupResults(definitions.tracks, detail.scorecard.results);
  const hidden = detail.scorecard.results.filter(
    ({ status }) => status === 'not-applicable',
  );
  const brought = new Set(detail.goldenPath?.checks);
  return (
    <Section title={t('entity.checks.title')} help={<Help term="evidence" />}>
      <GoldenPathLine detail={detail} />
      {groups.map(({ track, levels }) => (
        <div key={track.id} className={classes.track}>
          <Typography component="h3" className={classes.name}>
            <TrackName id={track.id} title={track.title} />
          </Typography>
          {levels.map(({ level, results }) => (
            <LevelResults
              key={level}
              level={level}
              names={track.levels}
              results={results}
              checks={checks}
              brought={brought}
            />
          ))}
        </div>
      ))}
      <HiddenResults results={hidden} checks={checks} />
    </Section>
  );
}
