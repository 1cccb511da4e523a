import { snapshotOf } from '../../../__testUtils__/snapshotOf';
import { levelsEarned, levelTrend } from './levelTrend';

const DEVOPS = { id: 'devops', levels: ['Bronze', 'Silver'] };

describe('levelTrend', () => {
  it('counts from the highest level down, with fewer levels then and more', () => {
    const trend = levelTrend(
      [
        snapshotOf('2026-11-01', {
          tracks: { sre: { histogram: [1], notApplicable: 0 } },
        }),
        snapshotOf('2026-11-02', {
          tracks: { devops: { histogram: [3, 2], notApplicable: 4 } },
        }),
        snapshotOf('2026-11-04', {
          tracks: { devops: { histogram: [1, 2, 3, 4], notApplicable: 0 } },
        }),
      ],
      DEVOPS,
    );

    expect(trend).toMatchObject({ length: 3, most: 10 });
    expect(
      trend.days.map(({ day, index, values }) => [day, index, values]),
    ).toEqual([
      ['2026-11-02', 0, [0, 2, 3]],
      ['2026-11-04', 2, [7, 2, 1]],
    ]);
    expect(trend.days.map(levelsEarned)).toEqual([2, 16]);
  });

  it.each(['constructor', '__proto__'])('knows no track %s', id => {
    const tracks = { devops: { histogram: [1], notApplicable: 0 } };
    expect(
      levelTrend([snapshotOf('2026-11-01', { tracks })], {
        id,
        levels: ['One'],
      }).days,
    ).toEqual([]);
  });
});
