import type { ScorecardDetail } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { Help } from '../frame';
import { LevelTag, levelName, TrackName, TruthBar } from '../visual';

const useStyles = makeStyles(
  theme => ({
    // Purposes may take two lines or three; what follows stands side by side all the same.
    panel: {
      display: 'grid',
      gridTemplateRows: 'subgrid',
      gridRow: 'span 2',
      rowGap: theme.spacing(1.5),
      minInlineSize: 0,
    },
    part: { minInlineSize: 0 },
    name: { fontSize: '1rem', fontWeight: 600 },
    purpose: { marginBlockStart: theme.spacing(0.5) },
    level: { fontSize: '1.25rem', fontWeight: 600 },
    next: { marginBlock: theme.spacing(1, 1.5) },
    figures: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      margin: theme.spacing(1, 0, 0),
      fontVariantNumeric: 'tabular-nums',
    },
    figure: { display: 'flex', alignItems: 'center', gap: 4 },
    word: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    value: { margin: 0, fontWeight: 600, fontSize: '0.875rem' },
  }),
  { name: 'MaturityTrackPanel' },
);

/** One track of a service: ladder, level, what is missing, truth bar and figures. */
export function TrackPanel(props: { track: Track; detail: ScorecardDetail }) {
  const { track, detail } = props;
  const t = useText();
  const classes = useStyles();
  const score = own(detail.scorecard.tracks, track.id);
  const way = detail.nextLevels.find(path => path.track === track.id);
  const figures = [
    { term: 'coverage', value: score?.coverage },
    { term: 'proven', value: score?.proven },
  ] as const;
  return (
    <div className={classes.panel}>
      <div className={classes.part}>
        <Typography component="h3" className={classes.name}>
          <TrackName id={track.id} title={track.title} />
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.purpose}
        >
          {track.purpose}
        </Typography>
      </div>
      {!score || score.level === null ? (
        <Typography variant="body2" color="textSecondary">
          {t('entity.tracks.notApplicable')}
        </Typography>
      ) : (
        <div className={classes.part}>
          <div className={classes.level}>
            <LevelTag
              level={score.level}
              achievable={score.achievable}
              names={track.levels}
              size={40}
            />
          </div>
          <Typography variant="body2" className={classes.next}>
            {way
              ? t('entity.tracks.toNext', {
                  count: way.checks.length,
                  level: levelName(t, way.to, track.levels),
                })
              : t('entity.tracks.done')}
          </Typography>
          <TruthBar
            score={score.score}
            coverage={score.coverage}
            proven={score.proven}
            height={12}
          />
          <dl className={classes.figures}>
            <div className={classes.figure}>
              <dt className={classes.word}>{t('entity.tracks.score')}</dt>
              <dd className={classes.value}>{percent(score.score)}</dd>
            </div>
            {figures.map(({ term, value }) => (
              <div key={term} className={classes.figure}>
                <dt className={classes.word}>{t(`entity.tracks.${term}`)}</dt>
                <dd className={classes.value}>
                  {percent(value)} <Help term={term} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${value}%`;
}
