import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { ladderLabel, type LadderNumbers } from './levelName';

const useStyles = makeStyles(
  theme => ({
    glyph: {
      display: 'inline-block',
      flex: 'none',
      verticalAlign: 'middle',
      color: theme.palette.text.primary,
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityLadderGlyph' },
);

/** Drawn in sixteenths, so that at 16 px every edge falls on a pixel. */
const BOX = 16;

export interface LadderGlyphProps extends LadderNumbers {
  /** Side in pixels. */
  size?: number;
  /** Set where the same words stand beside it. */
  decorative?: boolean;
}

/**
 * A ladder, bottom up: filled rungs are earned, outlined ones can still be earned, missing ones are
 * not asked, so "2 of 2" and "2 of 4" differ at once. There are no rails: at 16 px they would
 * swallow the difference between filled and outlined.
 */
export function LadderGlyph(props: LadderGlyphProps) {
  const { level, achievable, names, size = 16, decorative = false } = props;
  const t = useText();
  const classes = useStyles();
  const label = ladderLabel(t, { level, achievable, names });
  const asked = level === null ? 0 : achievable ?? 0;
  const rungs = Math.max(names.length, asked, 1);
  return (
    <svg
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
      width={size}
      height={size}
      viewBox={`0 0 ${BOX} ${BOX}`}
      className={`${classes.glyph} ${asked === 0 ? classes.quiet : ''}`}
    >
      {!decorative && <title>{label}</title>}
      {asked === 0 && (
        <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" />
      )}
      {Array.from({ length: asked }, (_, index) => (
        <Rung
          key={index}
          earned={index < (level ?? 0)}
          middle={BOX - (index + 0.5) * (BOX / rungs)}
          height={(BOX / rungs) * 0.75}
        />
      ))}
    </svg>
  );
}

const LINE = 0.9;

function Rung(props: { earned: boolean; middle: number; height: number }) {
  const { earned, middle, height } = props;
  const inset = earned ? 0 : LINE / 2;
  return (
    <rect
      data-rung={earned ? 'earned' : 'open'}
      x={1 + inset}
      y={middle - height / 2 + inset}
      width={14 - 2 * inset}
      height={height - 2 * inset}
      rx="0.5"
      fill={earned ? 'currentColor' : 'none'}
      stroke={earned ? 'none' : 'currentColor'}
      strokeWidth={LINE}
    />
  );
}
