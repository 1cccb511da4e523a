import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { trendOf, turningDays } from './trendOf';

type Counts = [pass: number, fail: number, unknown: number, exempt: number];

function snapshot(
  day: string,
  counts: Counts | undefined,
  newDefinitions = false,
): Snapshot {
  const [pass, fail, unknown, exempt] = counts ?? [0, 0, 0, 0];
  return {
    day,
    definitionVersion: 'v',
    newDefinitions,
    total: 10,
    stages: { exploring: 0, starting: 10, devops: 0, sre: 0, platform: 0 },
    leaving: 0,
    tracks: {},
    checks: counts ? { ci: { pass, fail, unknown, exempt } } : {},
  };
}

describe('trendOf', () => {
  it('counts the days, with gaps where nothing ran, over the turn of a month', () => {
    expect(
      trendOf(
        [
          snapshot('2026-10-30', [1, 2, 3, 0]),
          snapshot('2026-11-02', [2, 2, 2, 1], true),
        ],
        'ci',
      ),
    ).toEqual({
      length: 4,
      most: 7,
      days: [
        {
          day: '2026-10-30',
          index: 0,
          pass: 1,
          fail: 2,
          unknown: 3,
          exempt: 0,
          asked: 6,
          newDefinitions: false,
        },
        {
          day: '2026-11-02',
          index: 3,
          pass: 2,
          fail: 2,
          unknown: 2,
          exempt: 1,
          asked: 7,
          newDefinitions: true,
        },
      ],
    });
  });

  it('begins with the first day on which the check was counted', () => {
    const trend = trendOf(
      [snapshot('2026-11-01', undefined), snapshot('2026-11-02', [1, 0, 0, 0])],
      'ci',
    );

    expect(trend.days.map(({ day, index }) => [day, index])).toEqual([
      ['2026-11-02', 0],
    ]);
    expect(trend.length).toBe(1);
  });

  it.each(['other', 'constructor', '__proto__'])(
    'knows nothing of the check %s',
    id => {
      expect(trendOf([snapshot('2026-11-01', [1, 0, 0, 0])], id)).toEqual({
        days: [],
        length: 0,
        most: 0,
      });
    },
  );
});

describe('turningDays', () => {
  it('leaves out days on which nothing changed', () => {
    const trend = trendOf(
      [
        snapshot('2026-11-01', [1, 0, 0, 0]),
        snapshot('2026-11-02', [1, 0, 0, 0]),
        snapshot('2026-11-03', [2, 0, 0, 0]),
        snapshot('2026-11-04', [2, 0, 0, 0], true),
        snapshot('2026-11-05', [2, 0, 0, 0]),
        snapshot('2026-11-06', [2, 0, 0, 0]),
      ],
      'ci',
    );

    expect(turningDays(trend).map(({ day }) => day)).toEqual([
      '2026-11-01',
      '2026-11-03',
      '2026-11-04',
      '2026-11-06',
    ]);
  });
});
