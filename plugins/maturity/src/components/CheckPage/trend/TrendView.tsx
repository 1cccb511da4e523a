import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../../hooks/useText';
import { TrendChart } from './TrendChart';
import { TrendLegend } from './TrendLegend';
import type { Trend } from './trendOf';
import { TrendTable } from './TrendTable';
import { useDay } from './useDay';

const useStyles = makeStyles(
  theme => ({
    lead: { marginBlockEnd: theme.spacing(1.5) },
    table: { marginBlockStart: theme.spacing(1) },
  }),
  { name: 'MaturityTrendView' },
);

/** A trend as a sentence, a chart and a table; or why there is none. */
export function TrendView({ trend }: { trend: Trend }) {
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const first = trend.days.at(0);
  const last = trend.days.at(-1);
  if (!first || !last) {
    return <Typography>{t('checks.trend.none')}</Typography>;
  }
  const day = dayText(first.day);
  if (first === last) {
    return <Typography>{t('checks.trend.oneDay', { day })}</Typography>;
  }
  return (
    <>
      <Typography className={classes.lead}>
        {sentence(t, { day, now: last.pass, change: last.pass - first.pass })}
      </Typography>
      <TrendChart trend={trend} />
      <TrendLegend trend={trend} />
      <div className={classes.table}>
        <TrendTable trend={trend} />
      </div>
    </>
  );
}

function sentence(
  t: Text,
  { day, now, change }: { day: string; now: number; change: number },
): string {
  if (change === 0) return t('checks.trend.same', { count: now, day });
  return t(change > 0 ? 'checks.trend.more' : 'checks.trend.fewer', {
    count: now,
    change: String(Math.abs(change)),
    day,
  });
}
