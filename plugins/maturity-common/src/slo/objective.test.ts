import fc from 'fast-check';
import { formatPercent, parseObjectivePpm } from './objective';

describe('parseObjectivePpm', () => {
  it.each([
    ['99.95', 999_500],
    ['99.9', 999_000],
    ['099.9', 999_000],
    ['0.0001', 1],
    ['99.9999', 999_999],
  ])('reads %s as %i', (text, ppm) => {
    expect(parseObjectivePpm(text)).toBe(ppm);
  });

  it.each([
    '',
    '0',
    '100',
    '100.0',
    '99.99999',
    '.5',
    '99.',
    '+9',
    '1e1',
    'NaN',
    ' 9',
    '9'.repeat(400),
  ])('refuses %j', text => {
    expect(parseObjectivePpm(text)).toBeUndefined();
  });
});

describe('formatPercent', () => {
  it.each([
    [999_500, '99.95'],
    [990_000, '99'],
    [1, '0.0001'],
    [-1_500_000, '-150'],
    [-500, '-0.05'],
  ])('writes %i as %s', (ppm, text) => {
    expect(formatPercent(ppm)).toBe(text);
  });

  it('is read back as the same objective', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), ppm => {
        expect(parseObjectivePpm(formatPercent(ppm))).toBe(ppm);
      }),
    );
  });
});
