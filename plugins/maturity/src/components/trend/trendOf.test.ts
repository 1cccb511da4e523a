import { type CountedDay, runsOf, trendOf, turningDays } from './trendOf';

function counted(
  day: string,
  values: readonly number[],
  newDefinitions = false,
): CountedDay {
  return { day, values, newDefinitions };
}

describe('trendOf', () => {
  it('places the days, with gaps where nothing ran, over the turn of a month', () => {
    const first = counted('2026-10-30', [1, 2, 3]);
    const last = counted('2026-11-02', [2, 2, 3], true);

    expect(trendOf([first, last])).toEqual({
      length: 4,
      most: 7,
      days: [
        { ...first, index: 0, total: 6 },
        { ...last, index: 3, total: 7 },
      ],
    });
  });

  it('is empty without a day', () => {
    expect(trendOf([])).toEqual({ days: [], length: 0, most: 0 });
  });
});

describe('turningDays', () => {
  it('leaves out days on which nothing changed', () => {
    const trend = trendOf([
      counted('2026-11-01', [1, 0]),
      counted('2026-11-02', [1, 0]),
      counted('2026-11-03', [2, 0]),
      counted('2026-11-04', [2, 0], true),
      counted('2026-11-05', [2, 0, 0]),
      counted('2026-11-06', [2, 0, 0]),
      counted('2026-11-07', [2, 0, 0]),
    ]);

    expect(turningDays(trend).map(({ day }) => day)).toEqual([
      '2026-11-01',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-07',
    ]);
  });
});

describe('runsOf', () => {
  it('joins equal days, but not over a gap or other definitions', () => {
    const trend = trendOf([
      counted('2026-11-01', [1, 0]),
      counted('2026-11-02', [1, 0]),
      counted('2026-11-03', [1, 0]),
      counted('2026-11-05', [1, 0]),
      counted('2026-11-06', [1, 0], true),
      counted('2026-11-07', [1, 0]),
      counted('2026-11-08', [0, 1]),
    ]);

    expect(
      runsOf(trend).map(({ first, last }) => [first.index, last.index]),
    ).toEqual([
      [0, 2],
      [4, 4],
      [5, 6],
      [7, 7],
    ]);
  });
});
