import type { CheckDetail } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { useUniqueId } from '../../hooks/useUniqueId';
import { verdictTones } from '../visual';
import { TruthPatterns } from '../visual/TruthPatterns';

const HEIGHT = 16;

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'block',
      inlineSize: '100%',
      color: verdictTones(theme).pass,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
      printColorAdjust: 'exact',
    },
    exempt: { color: verdictTones(theme).exempt },
    frame: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityStatusBar' },
);

/**
 * The services that a check applies to in one bar, in the language of the truth bar: solid passes,
 * hatched is exempt, dotted is unknown, empty fails. The numbers stand below it, so it is decoration.
 */
export function StatusBar(props: { counts: CheckDetail['counts'] }) {
  const { pass, fail, unknown, exempt } = props.counts;
  const classes = useStyles();
  const id = useUniqueId('status');
  const asked = pass + fail + unknown + exempt;
  if (asked === 0) return null;
  const parts = [
    { name: 'pass', count: pass, fill: 'currentColor' },
    { name: 'exempt', count: exempt, fill: `url(#${id}-hatch)` },
    { name: 'unknown', count: unknown, fill: `url(#${id}-dots)` },
  ];
  let start = 0;
  return (
    <svg aria-hidden className={classes.bar} width="100%" height={HEIGHT}>
      <TruthPatterns id={id} height={HEIGHT} />
      {parts.map(({ name, count, fill }) => {
        const x = start;
        const width = (count / asked) * 100;
        start += width;
        return count === 0 ? null : (
          <rect
            key={name}
            data-part={name}
            x={`${x}%`}
            width={`${width}%`}
            height={HEIGHT}
            fill={fill}
          />
        );
      })}
      <rect
        x="0.5"
        y="0.5"
        width="100%"
        height={HEIGHT - 1}
        rx="1"
        fill="none"
        stroke="currentColor"
        className={classes.frame}
        style={{ inlineSize: 'calc(100% - 1px)' }}
      />
    </svg>
  );
}
