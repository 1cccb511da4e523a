import { createStyles } from './styles';

describe('text in ASCII', () => {
  const { text } = createStyles({ colors: false, unicode: false });

  it.each([
    ['everybody’s “own” – a … b', 'everybody\'s "own" - a ... b'],
    ['Café Zürich, Straße', 'Cafe Zurich, Strasse'],
    ['2 × 3 → 6', '2 x 3 -> 6'],
    ['日本 ✓', '?? ?'],
    ['👍🏽', '??'],
    ['a\u001b[2J', 'a?[2J'],
  ])('writes %j as %j', (shown, ascii) => {
    expect(text(shown)).toBe(ascii);
  });
});
