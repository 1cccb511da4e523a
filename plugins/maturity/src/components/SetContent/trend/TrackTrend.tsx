import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Track } from '../../../api';
import { type Text, useText } from '../../../hooks/useText';
import {
  TrendChart,
  type TrendDay,
  TrendLegend,
  type TrendPart,
  TrendTable,
  useDay,
} from '../../trend';
import { levelName, TrackName } from '../../visual';
import { levelsEarned, levelTrend } from './levelTrend';

const HEIGHT = 112;
/** The lowest level must still differ from the paper. */
const PALEST = 0.22;

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
export function TrackTrend(props: {
  track: Track;
  snapshots: readonly Snapshot[];
}) {
  const { track, snapshots } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const trend = levelTrend(snapshots, track);
  const parts = partsOf(t, track.levels);
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
          <TrendLegend trend={trend} parts={parts} className={classes.tone} />
          <TrendTable trend={trend} parts={parts} of={track.title} />
        </>
      )}
    </div>
  );
}

function partsOf(t: Text, levels: readonly string[]): TrendPart[] {
  const highest = levels.length;
  const earned = levels.map((_, index): TrendPart => {
    const level = highest - index;
    return {
      name: `level-${level}`,
      word: levelName(t, level, levels),
      fill: 'solid',
      density:
        highest === 1
          ? 1
          : PALEST + ((1 - PALEST) * (level - 1)) / (highest - 1),
    };
  });
  const none = levelName(t, 0, levels);
  return [...earned, { name: 'level-0', word: none, fill: 'empty' }];
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
