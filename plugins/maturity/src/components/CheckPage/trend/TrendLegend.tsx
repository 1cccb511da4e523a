import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../../hooks/useText';
import { useUniqueId } from '../../../hooks/useUniqueId';
import { verdictTones } from '../../visual';
import { TruthPatterns } from '../../visual/TruthPatterns';
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
    },
    swatch: { flex: 'none', color: verdictTones(theme).pass },
    frame: { color: theme.palette.text.secondary },
    mark: { stroke: theme.palette.text.primary },
  }),
  { name: 'MaturityTrendLegend' },
);

/** What the fillings mean; only those that occur. */
export function TrendLegend(props: { trend: Trend }) {
  const { days } = props.trend;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('trend-legend');
  const parts = [
    { name: 'pass', fill: 'currentColor' },
    { name: 'exempt', fill: `url(#${id}-hatch)` },
    { name: 'unknown', fill: `url(#${id}-dots)` },
    { name: 'fail', fill: 'none' },
  ] as const;
  return (
    <ul className={classes.list}>
      {parts
        .filter(({ name }) => days.some(day => day[name] > 0))
        .map(({ name, fill }) => (
          <li key={name} className={classes.item}>
            <svg
              aria-hidden
              width={WIDTH}
              height={HEIGHT}
              className={classes.swatch}
            >
              <TruthPatterns id={id} height={4} />
              <rect width={WIDTH} height={HEIGHT} fill={fill} />
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
            {t(`visual.verdict.${name}`)}
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
          {t('checks.trend.definitions')}
        </li>
      )}
    </ul>
  );
}
