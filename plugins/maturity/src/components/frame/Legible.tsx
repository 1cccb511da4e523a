import { type Theme, ThemeProvider } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { readable } from '../visual/tones';

function withReadableErrors(theme: Theme): Theme {
  const { palette } = theme;
  const main = readable(theme, palette.error.main);
  return {
    ...theme,
    palette: { ...palette, error: { ...palette.error, main } },
  };
}

/** Fields say what is wrong in the theme's colour of errors, which many themes choose too pale for small text. */
export function Legible(props: { children: ReactNode }) {
  return (
    <ThemeProvider theme={withReadableErrors}>{props.children}</ThemeProvider>
  );
}
