import { darkTheme, lightTheme } from '@backstage/theme';
import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { readable, verdictTones } from './tones';

const pale = createTheme({
  palette: { success: { main: '#c8ffc8' }, error: { main: '#ffe0e0' } },
});

describe('verdictTones', () => {
  it.each([
    ['the light theme', lightTheme],
    ['the dark theme', darkTheme],
    ['a theme of pale colours', pale],
  ])('is readable on the paper of %s', (_name, theme) => {
    const { pass, fail, exempt } = verdictTones(theme);
    for (const tone of [pass, fail, exempt]) {
      expect(
        getContrastRatio(tone, theme.palette.background.paper),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('leaves a colour alone that is readable as it is', () => {
    expect(readable(pale, 'rgb(0, 80, 0)')).toBe('rgb(0, 80, 0)');
  });
});
