import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { verdictTones } from './tones';
import { TruthPatterns } from './TruthPatterns';

const HEIGHT = 10;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    swatch: { color: verdictTones(theme).pass },
    frame: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityTruthLegend' },
);

/** What solid, hatched, dotted and empty mean. */
export function TruthLegend() {
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('legend');
  const parts = [
    { name: t('visual.truth.legendProven'), fill: 'currentColor' },
    { name: t('visual.truth.legendDeclared'), fill: `url(#${id}-hatch)` },
    { name: t('visual.truth.legendUnknown'), fill: `url(#${id}-dots)` },
    { name: t('visual.truth.legendFailed'), fill: 'none' },
  ];
  return (
    <ul className={classes.list}>
      {parts.map(({ name, fill }, index) => (
        <li key={name} className={classes.item}>
          <svg
            aria-hidden
            width="20"
            height={HEIGHT}
            className={classes.swatch}
          >
            {index === 0 && <TruthPatterns id={id} height={HEIGHT} />}
            <rect width="20" height={HEIGHT} fill={fill} />
            <rect
              x="0.5"
              y="0.5"
              width="19"
              height={HEIGHT - 1}
              fill="none"
              stroke="currentColor"
              className={classes.frame}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
