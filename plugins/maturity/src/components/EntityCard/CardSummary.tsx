import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { CheckTitle } from '../checks';
import type { ScorecardData } from '../EntityContent';
import { Prose } from '../frame';
import { StageTag, TrackList } from '../visual';
import { nextThing } from './nextThing';

const useStyles = makeStyles(
  theme => ({
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
  return (
    <div data-maturity="">
      <Typography variant="body2" component="div" className={classes.stage}>
        <StageTag stage={stage} target={target} />
      </Typography>
      <TrackList
        rows={definitions.tracks.map(({ id, title, levels }) => {
          const score = own(tracks, id);
          return {
            id,
            title,
            level: score?.level ?? null,
            achievable: score?.achievable ?? null,
            names: levels,
            score: score?.score ?? null,
            coverage: score?.coverage ?? null,
            proven: score?.proven,
          };
        })}
      />
      <Typography variant="body2" className={classes.next}>
        <span className={classes.word}>{t('entity.card.next')}:</span>{' '}
        {next === undefined ? (
          t('entity.card.nothing')
        ) : (
          <CheckTitle id={next.check} title={next.title} />
        )}
      </Typography>
      {next?.remedy && (
        <Typography variant="body2" color="textSecondary">
          <Prose text={next.remedy} />
        </Typography>
      )}
    </div>
  );
}
