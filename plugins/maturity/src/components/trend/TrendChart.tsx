import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { TruthPatterns } from '../visual/TruthPatterns';
import { paintOf, type TrendPart } from './parts';
import { runsOf, type Trend, type TrendDay } from './trendOf';
import { useDay } from './useDay';

/** Rows of dots and hatches repeat at this distance. */
const PATTERN = 4;
const LINE = 1.5;

const useStyles = makeStyles(
  theme => ({
    chart: {
      display: 'block',
      inlineSize: '100%',
      borderBlockEnd: `1px solid ${theme.palette.text.secondary}`,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
      printColorAdjust: 'exact',
    },
    top: { color: theme.palette.text.secondary },
    mark: { stroke: theme.palette.text.primary },
    axis: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityTrendChart' },
);

export interface TrendChartProps {
  trend: Trend;
  /** In the order of the values of a day. */
  parts: readonly TrendPart[];
  /** What the chart shows, in words. */
  label: string;
  /** What equal days say, in words; `when` names them. */
  titleOf(day: TrendDay, when: string): string;
  /** Height in pixels. */
  height?: number;
  /** What the line of the highest day counts; services when left out. */
  top?: string;
}

/**
 * One column for each run of equal days, its parts upon each other up to the line of all that were counted.
 * A day without a sweep leaves a gap. The table says the same.
 */
export function TrendChart(props: TrendChartProps) {
  const { trend, parts, label, titleOf, height = 140, top } = props;
  const { days, length, most } = trend;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('trend');
  const dayText = useDay();
  const percent = (count: number) => `${(count / length) * 100}%`;
  return (
    <>
      <div className={classes.axis} aria-hidden>
        <span>{top ?? t('common.services', { count: most })}</span>
      </div>
      <svg
        role="img"
        aria-label={label}
        className={classes.chart}
        width="100%"
        height={height}
        shapeRendering="crispEdges"
      >
        <TruthPatterns id={id} height={PATTERN} />
        {runsOf(trend).map(({ first, last }) => {
          const count = last.index - first.index + 1;
          const when =
            count === 1
              ? dayText(first.day)
              : `${dayText(first.day)} – ${dayText(last.day)}`;
          return (
            <g key={first.day} data-days={count}>
              <title>{titleOf(first, when)}</title>
              <Column
                day={first}
                parts={parts}
                place={{
                  x: percent(first.index),
                  width: percent(count),
                }}
                height={height}
                scale={height / Math.max(1, most)}
                patterns={id}
              />
            </g>
          );
        })}
        {days.map(
          ({ day, index, newDefinitions }) =>
            newDefinitions && (
              <line
                key={day}
                data-part="definitions"
                x1={percent(index)}
                x2={percent(index)}
                y1="0"
                y2={height}
                strokeWidth={LINE}
                strokeDasharray="5 3"
                className={classes.mark}
              />
            ),
        )}
      </svg>
      <div className={classes.axis} aria-hidden>
        <span>{days.length > 0 && dayText(days[0].day)}</span>
        <span>{days.length > 0 && dayText(days[days.length - 1].day)}</span>
      </div>
    </>
  );
}

function Column(props: {
  day: TrendDay;
  parts: readonly TrendPart[];
  place: { x: string; width: string };
  height: number;
  /** Pixels for each service. */
  scale: number;
  /** Prefix of the patterns' ids. */
  patterns: string;
}) {
  const { day, parts, place, height, scale, patterns } = props;
  const classes = useStyles();
  let below = 0;
  return (
    <>
      {parts.map((part, index) => {
        const own = (day.values[index] ?? 0) * scale;
        below += own;
        return own === 0 ? null : (
          <Fragment key={part.name}>
            {/* The empty part is drawn, too, so that it can be pointed at. */}
            <rect
              data-part={part.name}
              {...place}
              y={height - below}
              height={own}
              fill={paintOf(part, patterns)}
              fillOpacity={part.density}
            />
            {/* A pale part would end unseen on the paper. */}
            {part.density !== undefined && (
              <rect
                {...place}
                y={height - below}
                height="1"
                fill="currentColor"
              />
            )}
          </Fragment>
        );
      })}
      <rect
        data-part="asked"
        {...place}
        y={Math.min(height - LINE, height - day.total * scale)}
        height={LINE}
        fill="currentColor"
        className={classes.top}
      />
    </>
  );
}
