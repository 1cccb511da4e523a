import { snapshotOf } from '../../../__testUtils__/snapshotOf';
import { checkTrend } from './checkTrend';

const counts = { pass: 1, fail: 2, unknown: 3, exempt: 4 };

describe('checkTrend', () => {
  it('begins with the first day on which the check was counted', () => {
    const trend = checkTrend(
      [
        snapshotOf('2026-11-01', { checks: {} }),
        snapshotOf('2026-11-02', { checks: { ci: counts } }),
      ],
      'ci',
    );

    expect(trend).toMatchObject({ length: 1, most: 10 });
    expect(trend.days).toEqual([
      {
        day: '2026-11-02',
        index: 0,
        newDefinitions: false,
        values: [1, 4, 3, 2],
        total: 10,
      },
    ]);
  });

  it.each(['other', 'constructor', '__proto__'])(
    'knows nothing of the check %s',
    id => {
      const snapshots = [snapshotOf('2026-11-01', { checks: { ci: counts } })];
      expect(checkTrend(snapshots, id).days).toEqual([]);
    },
  );
});
