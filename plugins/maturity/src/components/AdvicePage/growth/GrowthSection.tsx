import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../../hooks/useText';
import { Failure, Section, Skeletons } from '../../frame';
import { TrendLegend, useDay } from '../../trend';
import { TrackColumns } from '../../visual';
import { GROWING, growthTrend } from './growthTrend';
import { MeasureTrend } from './MeasureTrend';
import type { Growth } from './useGrowth';

const useStyles = makeStyles(
  { text: { maxInlineSize: '75ch' } },
  {
    name: 'MaturityGrowthSection',
  },
);

/** How the numbers that ask for other practices went over the last quarter. */
export function GrowthSection(props: { growth: Growth }) {
  const { value, error, refused, reload } = props.growth;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('advice.growth.title')}>
      <Typography className={classes.text}>
        {t(refused ? 'advice.growth.notAllowed' : 'advice.growth.lead')}
      </Typography>
      {error && !refused && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[140]} />}
      {value && !refused && <Trends snapshots={value.items} />}
    </Section>
  );
}

function Trends({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const t = useText();
  const dayText = useDay();
  const trends = GROWING.map(measure => ({
    measure,
    trend: growthTrend(snapshots, measure),
  }));
  const [{ days }] = trends.map(({ trend }) => trend);
  if (days.length === 0) return <Typography>{t('trend.none')}</Typography>;
  if (days.length === 1) {
    const day = dayText(days[0].day);
    return <Typography>{t('trend.oneDay', { day })}</Typography>;
  }
  const isRedefined = days.some(({ newDefinitions }) => newDefinitions);
  return (
    <>
      <TrackColumns>
        {trends.map(({ measure, trend }) => (
          <MeasureTrend key={measure} measure={measure} trend={trend} />
        ))}
      </TrackColumns>
      {isRedefined && (
        <TrendLegend trends={trends.map(({ trend }) => trend)} parts={[]} />
      )}
    </>
  );
}
