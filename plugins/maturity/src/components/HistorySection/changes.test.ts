import { levelDirection, sortedChecks, stageDirection } from './changes';

describe('levelDirection', () => {
  it.each([
    [1, 2, 'up'],
    [3, 0, 'down'],
    [0, 1, 'up'],
    [null, 2, 'neither'],
    [2, null, 'neither'],
    [2, 2, 'neither'],
  ])('goes from %s to %s: %s', (from, to, expected) => {
    expect(levelDirection(from, to)).toBe(expected);
  });
});

describe('stageDirection', () => {
  it.each([
    ['exploring', 'platform', 'up'],
    ['sre', 'starting', 'down'],
    ['devops', null, 'neither'],
    [null, 'devops', 'neither'],
  ] as const)('goes from %s to %s: %s', (from, to, expected) => {
    expect(stageDirection(from, to)).toBe(expected);
  });
});

describe('sortedChecks', () => {
  it('puts what passes now first, then what fails now', () => {
    const changes = sortedChecks([
      { check: 'a', from: 'pass', to: 'not-applicable' },
      { check: 'b', from: 'pass', to: 'unknown' },
      { check: 'c', from: 'pass', to: 'fail' },
      { check: 'd', from: 'unknown', to: 'pass' },
      { check: 'e', from: 'fail', to: 'pass' },
    ]);

    expect(changes.map(({ check }) => check)).toEqual([
      'e',
      'd',
      'c',
      'b',
      'a',
    ]);
  });
});
