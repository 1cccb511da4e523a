import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { CheckItem } from '../checks';
import { Help, Section } from '../frame';
import { levelName, TrackName } from '../visual';
import type { ScorecardData } from './useScorecard';

const useStyles = makeStyles(
  theme => ({
    paths: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
      gap: theme.spacing(3, 5),
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    head: { fontSize: '1rem', fontWeight: 600 },
    to: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      fontWeight: 400,
    },
  }),
  { name: 'MaturityNextSection' },
);

/** What blocks the next level of each track, with the remedy: the shortest way up. */
export function NextSection(props: ScorecardData) {
  const { detail, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const checks = new Map(definitions.checks.map(check => [check.id, check]));
  const results = new Map(
    detail.scorecard.results.map(result => [result.check, result]),
  );
  const order = definitions.tracks.flatMap(track =>
    detail.nextLevels
      .filter(path => path.track === track.id)
      .map(path => ({ track, path })),
  );
  return (
    <Section title={t('entity.next.title')} help={<Help term="unknown" />}>
      {order.length === 0 && (
        <Typography>{t('entity.next.nothing')}</Typography>
      )}
      <div className={classes.paths}>
        {order.map(({ track, path }) => (
          <div key={track.id}>
            <Typography component="h3" className={classes.head}>
              <TrackName id={track.id} title={track.title} />
              <span className={classes.to}>
                {t('entity.tracks.toNext', {
                  count: path.checks.length,
                  level: levelName(t, path.to, track.levels),
                })}
              </span>
            </Typography>
            <ul className={classes.list}>
              {path.checks.map(id => {
                const result = results.get(id);
                return result ? (
                  <CheckItem
                    key={id}
                    result={result}
                    check={checks.get(id)}
                    heading="h4"
                  />
                ) : null;
              })}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
