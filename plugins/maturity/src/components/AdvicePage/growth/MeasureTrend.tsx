import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../../hooks/useText';
import {
  type Trend,
  TrendChart,
  type TrendDay,
  type TrendPart,
  TrendTable,
  useDay,
} from '../../trend';
import type { GROWING } from './growthTrend';

const HEIGHT = 72;
/** Pale enough that the line of each day stands out. */
const DENSITY = 0.3;

const useStyles = makeStyles(
  theme => ({
    name: { fontSize: '1rem', fontWeight: 600 },
    lead: { margin: theme.spacing(0.5, 0, 1) },
    tone: { color: theme.palette.text.primary },
  }),
  { name: 'MaturityMeasureTrend' },
);

/** One number over time: in words, as a chart and as a table. */
export function MeasureTrend(props: {
  measure: (typeof GROWING)[number];
  /** At least two days. */
  trend: Trend;
}) {
  const { measure, trend } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const title = t(`advice.measure.${measure}`);
  const first = trend.days[0];
  const last = trend.days[trend.days.length - 1];
  const parts: TrendPart[] = [
    { name: measure, word: title, fill: 'solid', density: DENSITY },
  ];
  return (
    <div>
      <Typography component="h3" className={classes.name}>
        {title}
      </Typography>
      <Typography variant="body2" className={classes.lead}>
        {sentence(t, { first, last, day: dayText(first.day) })}
      </Typography>
      <div className={classes.tone}>
        <TrendChart
          trend={trend}
          parts={parts}
          height={HEIGHT}
          top={String(trend.most)}
          label={t('advice.growth.label', {
            measure: title,
            before: String(first.total),
            from: dayText(first.day),
            now: String(last.total),
            to: dayText(last.day),
          })}
          titleOf={({ total }, when) =>
            t('advice.growth.dayOf', { day: when, number: String(total) })
          }
        />
      </div>
      <TrendTable trend={trend} parts={parts} of={title} />
    </div>
  );
}

function sentence(
  t: Text,
  { first, last, day }: { first: TrendDay; last: TrendDay; day: string },
): string {
  const number = String(last.total);
  const change = last.total - first.total;
  if (change === 0) return t('advice.growth.same', { number, day });
  return t(change > 0 ? 'advice.growth.more' : 'advice.growth.fewer', {
    number,
    change: String(Math.abs(change)),
    day,
  });
}
