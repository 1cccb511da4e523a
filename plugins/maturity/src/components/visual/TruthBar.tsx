import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { verdictTones } from './tones';
import { truthLabel } from './truthLabel';
import { truthParts, type TruthNumbers } from './truthParts';
import { TruthPatterns } from './TruthPatterns';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'block',
      inlineSize: '100%',
      minInlineSize: '48px',
      color: verdictTones(theme).pass,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
      // Fills are evidence here, so a printer must not drop them.
      printColorAdjust: 'exact',
    },
    frame: { color: theme.palette.text.secondary },
    none: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  }),
  { name: 'MaturityTruthBar' },
);

export interface TruthBarProps extends TruthNumbers {
  /** Height in pixels. */
  height?: number;
}

/**
 * One bar of a track's weight: solid is proven, hatched is only declared, dotted is unknown, empty
 * failed. Patterns carry all of it; the colour only helps.
 */
export function TruthBar(props: TruthBarProps) {
  const { score, coverage, proven, height = 8 } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('truth');
  const parts = truthParts({ score, coverage, proven });
  if (!parts) {
    return (
      <span className={classes.none}>{t('visual.truth.notApplicable')}</span>
    );
  }
  const label = truthLabel(t, parts);
  const segments = [
    { part: 'proven', width: parts.proven, fill: 'currentColor' },
    { part: 'declared', width: parts.declared ?? 0, fill: `url(#${id}-hatch)` },
    { part: 'unknown', width: parts.unknown, fill: `url(#${id}-dots)` },
  ];
  let start = 0;
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.bar}
      width="100%"
      height={height}
    >
      <title>{label}</title>
      <TruthPatterns id={id} height={height} />
      {segments.map(({ part, width, fill }) => {
        const x = start;
        start += width;
        return width === 0 ? null : (
          <rect
            key={part}
            data-part={part}
            x={`${x}%`}
            width={`${width}%`}
            height={height}
            fill={fill}
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
