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
 * not asked. The rails end at the last rung that is asked, so "2 of 2" and "2 of 4" differ at once.
 */
export function LadderGlyph(props: LadderGlyphProps) {
  const { level, achievable, names, size = 16, decorative = false } = props;
  const t = useText();
  const classes = useStyles();
  const label = ladderLabel(t, { level, achievable, names });
  const voice = decorative
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': label } as const);
  const rungs = Math.max(names.length, achievable ?? 0, 1);
  const pitch = BOX / rungs;
  const thickness = Math.min(pitch * 0.7, 3);
  const asked = achievable ?? 0;
  const top = BOX - asked * pitch;

  if (level === null || asked === 0) {
    return (
      <svg
        {...voice}
        width={size}
        height={size}
        viewBox={`0 0 ${BOX} ${BOX}`}
        className={`${classes.glyph} ${classes.quiet}`}
      >
        {!decorative && <title>{label}</title>}
        <path d="M5 13h6" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    );
  }

  return (
    <svg
      {...voice}
      width={size}
      height={size}
      viewBox={`0 0 ${BOX} ${BOX}`}
      className={classes.glyph}
    >
      {!decorative && <title>{label}</title>}
      <path
        d={`M1.5 ${top}V${BOX}M14.5 ${top}V${BOX}`}
        stroke="currentColor"
        strokeWidth="1"
        opacity="0.45"
      />
      {Array.from({ length: asked }, (_, index) => {
        const y = BOX - (index + 1) * pitch + (pitch - thickness) / 2;
        const earned = index < level;
        return earned ? (
          <rect
            key={index}
            data-rung="earned"
            x="2.5"
            y={y}
            width="11"
            height={thickness}
            fill="currentColor"
          />
        ) : (
          <rect
            key={index}
            data-rung="open"
            x="3"
            y={y + 0.4}
            width="10"
            height={Math.max(thickness - 0.8, 0.8)}
            fill="none"
            stroke="currentColor"
            strokeWidth="0.8"
          />
        );
      })}
    </svg>
  );
}
