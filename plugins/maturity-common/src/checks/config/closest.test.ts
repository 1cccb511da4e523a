import { closest, didYouMean } from './closest';

const KNOWN = ['owner-assigned', 'source-linked', 'ci-pipeline', 'weight'];

describe('closest', () => {
  it.each([
    ['owner-asigned', ['owner-assigned']],
    ['wieght', ['weight']],
    ['WEIGHT', ['weight']],
    ['ci-pipelines', ['ci-pipeline']],
    ['owner', ['owner-assigned']],
    ['ow', []],
    ['colour', []],
    ['', []],
    ['x'.repeat(100_000), []],
  ])('finds what %p may have meant', (word, expected) => {
    expect(closest(word, KNOWN)).toEqual(expected);
  });

  it('puts the nearest first and the equally near in order', () => {
    expect(closest('level', ['levels', 'bevel', 'level2', 'lever'])).toEqual([
      'bevel',
      'level2',
      'levels',
    ]);
  });
});

describe('didYouMean', () => {
  it('ends a message, or adds nothing', () => {
    expect(didYouMean('wieght', KNOWN)).toBe('; did you mean "weight"?');
    expect(didYouMean('colour', KNOWN)).toBe('');
  });
});
