import fc from 'fast-check';
import { safeText } from './safeText';

describe('safeText', () => {
  it.each([
    ['plain text stays', 'plain text stays'],
    ['  white \n\t space  ', 'white space'],
    ['bell\u0007 and escape\u001b[31m', 'bell? and escape?[31m'],
    ['right\u202eleft', 'right?left'],
    ['zero\u200bwidth', 'zero?width'],
    ['half \ud83d pair', 'half ? pair'],
    ['Größe 数 🚀', 'Größe 数 🚀'],
    ['<b>html</b>', '<b>html</b>'],
    ['', ''],
  ])('shows %j as %j', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it('ends a long text in an ellipsis', () => {
    expect(safeText('abcdefghij', 10)).toBe('abcdefghij');
    expect(safeText('abcdefghijk', 10)).toBe('abcdefghi…');
    expect(safeText('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…');
  });

  it('does not cut a surrogate pair in halves', () => {
    expect(safeText('abcdefgh🚀🚀🚀', 10)).toBe('abcdefgh…');
  });

  it('is one bounded line without control characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const shown = safeText(text, 20);
        expect(shown.length).toBeLessThanOrEqual(20);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });
});
