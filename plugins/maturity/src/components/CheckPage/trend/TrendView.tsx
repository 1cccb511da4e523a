import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../../hooks/useText';
import {
  type Trend,
  TrendChart,
  type TrendDay,
  TrendLegend,
  type TrendPart,
  TrendTable,
  useDay,
} from '../../trend';
import { verdictTones } from '../../visual';
import { VERDICTS } from './checkTrend';

const FILLS = {
  pass: 'solid',
  exempt: 'hatched',
  unknown: 'dotted',
  fail: 'empty',
} as const;

const useStyles = makeStyles(
  theme => ({
    lead: { marginBlockEnd: theme.spacing(1.5) },
    tone: { color: verdictTones(theme).pass },
  }),
  { name: 'MaturityTrendView' },
);

/**
 * The trend of a check as a sentence, a chart in the language of the truth bar and a table; or why there
 * is none.
 */
export function TrendView({ trend }: { trend: Trend }) {
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const first = trend.days.at(0);
  const last = trend.days.at(-1);
  if (!first || !last) {
    return <Typography>{t('trend.none')}</Typography>;
  }
  const day = dayText(first.day);
  if (first === last) {
    return <Typography>{t('trend.oneDay', { day })}</Typography>;
  }
  const parts = VERDICTS.map(
    (name): TrendPart => ({
      name,
      word: t(`visual.verdict.${name}`),
      fill: FILLS[name],
    }),
  );
  const before = numbersOf(first);
  const now = numbersOf(last);
  return (
    <>
      <Typography className={classes.lead}>
        {sentence(t, { day, now: last.values[0], before: first.values[0] })}
      </Typography>
      <div className={classes.tone}>
        <TrendChart
          trend={trend}
          parts={parts}
          label={t('checks.trend.label', {
            from: day,
            to: dayText(last.day),
            passBefore: before.pass,
            passNow: now.pass,
            failBefore: before.fail,
            failNow: now.fail,
            unknownBefore: before.unknown,
            unknownNow: now.unknown,
          })}
          titleOf={(each, when) =>
            t('checks.trend.day', { day: when, ...numbersOf(each) })
          }
        />
      </div>
      <TrendLegend trends={[trend]} parts={parts} className={classes.tone} />
      <TrendTable trend={trend} parts={parts} />
    </>
  );
}

function numbersOf({ values }: TrendDay) {
  const [pass, , unknown, fail] = values.map(String);
  return { pass, unknown, fail };
}

function sentence(
  t: Text,
  { day, now, before }: { day: string; now: number; before: number },
): string {
  const change = now - before;
  if (change === 0) return t('checks.trend.same', { count: now, day });
  return t(change > 0 ? 'checks.trend.more' : 'checks.trend.fewer', {
    count: now,
    change: String(Math.abs(change)),
    day,
  });
}
