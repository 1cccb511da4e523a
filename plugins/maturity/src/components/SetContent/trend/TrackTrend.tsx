import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Track } from '../../../api';
import { type Text, useText } from '../../../hooks/useText';
import {
  TrendChart,
  type TrendDay,
  type Trend,
  TrendTable,
  useDay,
} from '../../trend';
import { TrackName } from '../../visual';
import { levelParts } from './levelParts';
import { levelsEarned } from './levelTrend';

const HEIGHT = 112;

const useStyles = makeStyles(
  theme => ({
    name: { fontSize: '1rem', fontWeight: 600 },
    lead: { margin: theme.spacing(0.5, 0, 1) },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    tone: { color: theme.palette.text.primary },
  }),
  { name: 'MaturityTrackTrend' },
);

/** How the services of a set stood on one track: the higher a level, the denser and the lower it lies. */
export function TrackTrend(props: { track: Track; trend: Trend }) {
  const { track, trend } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const parts = levelParts(t, track.levels);
  const first = trend.days.at(0);
  const last = trend.days.at(-1);
  const countsOf = ({ values }: TrendDay) =>
    parts
      .map(({ word }, index) =>
        t('set.trend.part', { level: word, number: String(values[index]) }),
      )
      .join(', ');
  return (
    <div>
      <Typography component="h3" className={classes.name}>
        <TrackName id={track.id} title={track.title} />
      </Typography>
      {!first || !last || trend.most === 0 ? (
        <span className={classes.quiet}>{t('set.tracks.noData')}</span>
      ) : (
        <>
          <Typography variant="body2" className={classes.lead}>
            {levelsSentence(t, { first, last, day: dayText(first.day) })}
          </Typography>
          <div className={classes.tone}>
            <TrendChart
              trend={trend}
              parts={parts}
              height={HEIGHT}
              label={t('set.trend.label', {
                track: track.title,
                from: dayText(first.day),
                before: countsOf(first),
                to: dayText(last.day),
                now: countsOf(last),
              })}
              titleOf={(day, when) =>
                t('set.trend.day', { day: when, counts: countsOf(day) })
              }
            />
          </div>
          <TrendTable trend={trend} parts={parts} of={track.title} />
        </>
      )}
    </div>
  );
}

function levelsSentence(
  t: Text,
  { first, last, day }: { first: TrendDay; last: TrendDay; day: string },
): string {
  const count = levelsEarned(last);
  const change = count - levelsEarned(first);
  if (change === 0) return t('set.trend.sameLevels', { count, day });
  return t(change > 0 ? 'set.trend.moreLevels' : 'set.trend.fewerLevels', {
    count,
    change: String(Math.abs(change)),
    day,
  });
}
