import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { LadderGlyph } from './LadderGlyph';

const NAMES = ['Bronze', 'Silver', 'Gold', 'Platinum'];

function rungs(glyph: HTMLElement) {
  return Array.from(glyph.querySelectorAll('[data-rung]'), rung =>
    rung.getAttribute('data-rung'),
  );
}

describe('LadderGlyph', () => {
  it.each([
    [2, 4, 'Silver, level 2 of 4', ['earned', 'earned', 'open', 'open']],
    [2, 2, 'Silver, level 2 of 2', ['earned', 'earned']],
    [4, 4, 'Platinum, level 4 of 4', ['earned', 'earned', 'earned', 'earned']],
    [0, 3, 'No level yet, 0 of 3', ['open', 'open', 'open']],
    [null, null, 'Does not apply', []],
  ])(
    'says and draws level %s of %s',
    async (level, achievable, label, drawn) => {
      await renderInTestApp(
        <LadderGlyph level={level} achievable={achievable} names={NAMES} />,
      );

      const glyph = screen.getByRole('img', { name: label });
      expect(rungs(glyph)).toEqual(drawn);
      expect(glyph.querySelector('title')).toHaveTextContent(label);
    },
  );

  it('numbers a level that has no name', async () => {
    await renderInTestApp(
      <LadderGlyph level={2} achievable={3} names={['Basic']} />,
    );

    expect(
      screen.getByRole('img', { name: 'Level 2, level 2 of 3' }),
    ).toBeInTheDocument();
  });

  it('is silent where the words stand beside it', async () => {
    await renderInTestApp(
      <LadderGlyph level={1} achievable={4} names={NAMES} decorative />,
    );

    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
