import {
  darken,
  getContrastRatio,
  lighten,
  type Theme,
} from '@material-ui/core/styles';

/** Contrast that small text needs (WCAG AA); signs keep to it too. */
const AA = 4.5;

/**
 * The nearest shade of a palette colour that is readable on the theme's paper. Themes choose their
 * `main` colours for filled buttons, and many of them are too pale for a thin sign.
 */
export function readable(theme: Theme, color: string): string {
  const paper = theme.palette.background.paper;
  const shade = theme.palette.type === 'dark' ? lighten : darken;
  for (let step = 0; step <= 10; step += 1) {
    const candidate = shade(color, step / 10);
    if (getContrastRatio(candidate, paper) >= AA) return candidate;
  }
  return theme.palette.text.primary;
}

/** Colours of the verdicts; everything else is drawn in the colour of text. */
export function verdictTones(theme: Theme) {
  return {
    pass: readable(theme, theme.palette.success.main),
    fail: readable(theme, theme.palette.error.main),
    exempt: readable(theme, theme.palette.warning.main),
    quiet: theme.palette.text.secondary,
  };
}
