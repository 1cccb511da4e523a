import { makeStyles } from '@material-ui/core/styles';
import { useUniqueId } from '../../hooks/useUniqueId';
import { verdictTones } from './tones';
import { TruthPatterns } from './TruthPatterns';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'block',
      inlineSize: '100%',
      minInlineSize: '48px',
      color: verdictTones(theme).pass,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
    },
    frame: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityPatternBar' },
);

/** A stretch of a bar. */
export interface BarPart {
  name: string;
  /** Length in percent of the whole bar. */
  share: number;
  fill: 'solid' | 'hatched' | 'dotted';
}

export interface PatternBarProps {
  /** From the start of the line on; what they leave over stays empty. */
  parts: readonly BarPart[];
  /** Height in pixels. */
  height: number;
  /** What the bar says in words; left out where the numbers stand beside it. */
  label?: string;
}

/** A framed bar whose parts differ by pattern; the colour only helps. */
export function PatternBar(props: PatternBarProps) {
  const { parts, height, label } = props;
  const classes = useStyles();
  const id = useUniqueId('bar');
  const fills = {
    solid: 'currentColor',
    hatched: `url(#${id}-hatch)`,
    dotted: `url(#${id}-dots)`,
  };
  let start = 0;
  return (
    <svg
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
      className={classes.bar}
      width="100%"
      height={height}
    >
      {label !== undefined && <title>{label}</title>}
      <TruthPatterns id={id} height={height} />
      {parts.map(({ name, share, fill }) => {
        const x = start;
        start += share;
        return share === 0 ? null : (
          <rect
            key={name}
            data-part={name}
            x={`${x}%`}
            width={`${share}%`}
            height={height}
            fill={fills[fill]}
          />
        );
      })}
      <rect
        x="0.5"
        y="0.5"
        width="100%"
        height={height - 1}
        rx="1"
        fill="none"
        stroke="currentColor"
        className={classes.frame}
        style={{ inlineSize: 'calc(100% - 1px)' }}
      />
    </svg>
  );
}
