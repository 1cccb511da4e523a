import { truthParts } from './truthParts';

describe('truthParts', () => {
  it.each([
    [
      'everything proven',
      { score: 100, coverage: 100, proven: 100 },
      { passed: 100, proven: 100, declared: 0, unknown: 0, failed: 0 },
    ],
    [
      'a part declared, a part unknown, a part failed',
      { score: 60, coverage: 80, proven: 50 },
      { passed: 60, proven: 30, declared: 30, unknown: 20, failed: 20 },
    ],
    [
      'nothing passes',
      { score: 0, coverage: 40, proven: null },
      { passed: 0, proven: 0, declared: 0, unknown: 60, failed: 40 },
    ],
    [
      'a split that is not known',
      { score: 62, coverage: 80 },
      { passed: 62, proven: 62, declared: null, unknown: 20, failed: 18 },
    ],
    [
      'figures that contradict each other',
      { score: 90, coverage: 50, proven: 130 },
      { passed: 90, proven: 90, declared: 0, unknown: 10, failed: 0 },
    ],
  ])('splits %s', (_name, numbers, parts) => {
    expect(truthParts(numbers)).toEqual(parts);
  });

  it('is nothing where the track does not apply', () => {
    expect(
      truthParts({ score: null, coverage: null, proven: null }),
    ).toBeUndefined();
  });
});
