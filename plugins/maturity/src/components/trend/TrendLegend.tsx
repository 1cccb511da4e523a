import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { TruthPatterns } from '../visual/TruthPatterns';
import { paintOf, type TrendPart } from './parts';
import type { Trend } from './trendOf';

const WIDTH = 20;
const HEIGHT = 12;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2.5),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      fontSize: '0.8125rem',
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: theme.palette.text.primary,
    },
    swatch: { flex: 'none' },
    frame: { color: theme.palette.text.secondary },
    mark: { stroke: theme.palette.text.primary },
  }),
  { name: 'MaturityTrendLegend' },
);

/** What the fillings of some charts mean; only those that occur. `className` gives their colour. */
export function TrendLegend(props: {
  trends: readonly Trend[];
  parts: readonly TrendPart[];
  className?: string;
}) {
  const { trends, parts, className = '' } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('trend-legend');
  const days = trends.flatMap(trend => trend.days);
  const occurring = parts.filter((_, index) =>
    days.some(({ values }) => values[index] > 0),
  );
  return (
    <ul className={classes.list}>
      {occurring.map(part => (
        <li key={part.name} className={classes.item}>
          <svg
            aria-hidden
            width={WIDTH}
            height={HEIGHT}
            className={`${classes.swatch} ${className}`}
          >
            <TruthPatterns id={id} height={4} />
            <rect
              width={WIDTH}
              height={HEIGHT}
              fill={paintOf(part, id)}
              fillOpacity={part.density}
            />
            <rect
              x="0.5"
              y="0.5"
              width={WIDTH - 1}
              height={HEIGHT - 1}
              fill="none"
              stroke="currentColor"
              className={classes.frame}
            />
          </svg>
          {part.word}
        </li>
      ))}
      {days.some(({ newDefinitions }) => newDefinitions) && (
        <li className={classes.item}>
          <svg aria-hidden width={WIDTH} height={HEIGHT}>
            <path
              d={`M${WIDTH / 2} 0V${HEIGHT}`}
              strokeWidth="1.5"
              strokeDasharray="5 3"
              className={classes.mark}
            />
          </svg>
          {t('trend.definitions')}
        </li>
      )}
    </ul>
  );
}
