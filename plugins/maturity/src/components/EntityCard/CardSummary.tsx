import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import type { ScorecardData } from '../EntityContent';
import { Prose } from '../frame';
import { LevelTag, TrackName, TruthBar } from '../visual';
import { nextThing } from './nextThing';

const useStyles = makeStyles(
  theme => ({
    rows: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, auto) auto minmax(48px, 1fr)',
      gap: theme.spacing(1, 2),
      alignItems: 'center',
      margin: 0,
    },
    row: { display: 'contents' },
    cell: { margin: 0 },
    stage: { marginBlockEnd: theme.spacing(2) },
    next: { marginBlockStart: theme.spacing(2) },
    word: { fontWeight: 600 },
  }),
  { name: 'MaturityCardSummary' },
);

/** A scorecard in a few lines. */
export function CardSummary(props: ScorecardData) {
  const { detail, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const { stage, target, tracks } = detail.scorecard;
  const next = nextThing(props);
  const stageText =
    stage !== null && target
      ? t('visual.stage.label', {
          stage: t(`visual.stage.${stage}`),
          target: t(`visual.stage.${target}`),
        })
      : t('visual.stage.labelOnly', {
          stage: t(`visual.stage.${stage ?? 'leaving'}`),
        });
  return (
    <div data-maturity="">
      <Typography variant="body2" className={classes.stage}>
        {stageText}
      </Typography>
      <dl className={classes.rows}>
        {definitions.tracks.map(({ id, title, levels }) => {
          const score = own(tracks, id);
          return (
            <div key={id} className={classes.row}>
              <dt>
                <TrackName id={id} title={title} />
              </dt>
              <dd className={classes.cell}>
                <LevelTag
                  level={score?.level ?? null}
                  achievable={score?.achievable ?? null}
                  names={levels}
                  size={20}
                />
              </dd>
              <dd className={classes.cell}>
                {score && score.level !== null && (
                  <TruthBar
                    score={score.score}
                    coverage={score.coverage}
                    proven={score.proven}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <Typography variant="body2" className={classes.next}>
        <span className={classes.word}>{t('entity.card.next')}:</span>{' '}
        {next === undefined ? t('entity.card.nothing') : <Prose text={next} />}
      </Typography>
    </div>
  );
}
