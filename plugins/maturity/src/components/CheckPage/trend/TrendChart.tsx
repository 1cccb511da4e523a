import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../../hooks/useText';
import { useUniqueId } from '../../../hooks/useUniqueId';
import { verdictTones } from '../../visual';
import { TruthPatterns } from '../../visual/TruthPatterns';
import type { Trend, TrendDay } from './trendOf';
import { useDay } from './useDay';

const HEIGHT = 140;
/** Rows of dots and hatches repeat at this distance. */
const PATTERN = 4;

const useStyles = makeStyles(
  theme => ({
    chart: {
      display: 'block',
      inlineSize: '100%',
      color: verdictTones(theme).pass,
      borderBlockEnd: `1px solid ${theme.palette.text.secondary}`,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
      printColorAdjust: 'exact',
    },
    exempt: { color: verdictTones(theme).exempt },
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

/**
 * One column for each day, in the language of the truth bar: solid passes, hatched is exempt, dotted is
 * unknown, empty up to the line fails. A day without a sweep leaves a gap. The table says the same.
 */
export function TrendChart(props: { trend: Trend }) {
  const { days, length, most } = props.trend;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('trend');
  const dayText = useDay();
  const first = days[0];
  const last = days[days.length - 1];
  const label = t('checks.trend.label', {
    from: dayText(first.day),
    to: dayText(last.day),
    passBefore: String(first.pass),
    passNow: String(last.pass),
    failBefore: String(first.fail),
    failNow: String(last.fail),
    unknownBefore: String(first.unknown),
    unknownNow: String(last.unknown),
  });
  return (
    <>
      <div className={classes.axis} aria-hidden>
        <span>{t('common.services', { count: most })}</span>
      </div>
      <svg
        role="img"
        aria-label={label}
        className={classes.chart}
        width="100%"
        height={HEIGHT}
        shapeRendering="crispEdges"
      >
        <TruthPatterns id={id} height={PATTERN} />
        {days.map(day => (
          <Column
            key={day.day}
            day={day}
            x={`${(day.index / length) * 100}%`}
            width={`${100 / length}%`}
            scale={HEIGHT / Math.max(1, most)}
            patterns={id}
          />
        ))}
        {days.map(
          ({ day, index, newDefinitions }) =>
            newDefinitions && (
              <line
                key={day}
                data-part="definitions"
                x1={`${(index / length) * 100}%`}
                x2={`${(index / length) * 100}%`}
                y1="0"
                y2={HEIGHT}
                strokeWidth="1.5"
                strokeDasharray="5 3"
                className={classes.mark}
              />
            ),
        )}
      </svg>
      <div className={classes.axis} aria-hidden>
        <span>{dayText(first.day)}</span>
        <span>{dayText(last.day)}</span>
      </div>
    </>
  );
}

function Column(props: {
  day: TrendDay;
  x: string;
  width: string;
  /** Pixels for each service. */
  scale: number;
  /** Prefix of the patterns' ids. */
  patterns: string;
}) {
  const { day, x, width, scale, patterns } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const parts = [
    { name: 'pass', fill: 'currentColor', className: undefined },
    {
      name: 'exempt',
      fill: `url(#${patterns}-hatch)`,
      className: classes.exempt,
    },
    { name: 'unknown', fill: `url(#${patterns}-dots)`, className: undefined },
  ] as const;
  let below = 0;
  return (
    <g data-day={day.day}>
      <title>
        {t('checks.trend.day', {
          day: dayText(day.day),
          pass: String(day.pass),
          fail: String(day.fail),
          unknown: String(day.unknown),
        })}
      </title>
      {parts.map(({ name, fill, className }) => {
        const height = day[name] * scale;
        below += height;
        return height === 0 ? null : (
          <rect
            key={name}
            data-part={name}
            x={x}
            width={width}
            y={HEIGHT - below}
            height={height}
            fill={fill}
            className={className}
          />
        );
      })}
      {/* The empty rest can be pointed at, too. */}
      <rect
        x={x}
        width={width}
        y={HEIGHT - day.asked * scale}
        height={day.fail * scale}
        fill="transparent"
      />
      <rect
        data-part="asked"
        x={x}
        width={width}
        y={Math.min(HEIGHT - 1.5, HEIGHT - day.asked * scale)}
        height="1.5"
        fill="currentColor"
        className={classes.top}
      />
    </g>
  );
}
