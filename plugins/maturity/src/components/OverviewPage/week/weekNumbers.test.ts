import { snapshotOf } from '../../../__testUtils__/snapshotOf';
import { weekNumbers } from './weekNumbers';

describe('weekNumbers', () => {
  it.each([
    ['of the day a week before', ['11-16', '11-17', '11-22'], '11-16'],
    ['of the newest day that old', ['11-01', '11-15', '11-18'], '11-15'],
    ['of the oldest day that there is', ['11-20', '11-21'], '11-20'],
  ])('are compared with those %s', (_, days, from) => {
    const all = [...days, '11-23'].map(day => snapshotOf(`2026-${day}`));
    expect(weekNumbers(all)).toMatchObject({
      from: `2026-${from}`,
      to: '2026-11-23',
    });
  });

  it.each([
    ['no day', []],
    ['one day', [snapshotOf('2026-11-23')]],
  ])('do not exist with %s', (_, snapshots) => {
    expect(weekNumbers(snapshots)).toBeUndefined();
  });

  it('are those of each stage, and of what leaves if anything does', () => {
    const stages = {
      exploring: 0,
      starting: 3,
      devops: 4,
      sre: 2,
      platform: 1,
    };
    const found = weekNumbers([
      snapshotOf('2026-11-16'),
      snapshotOf('2026-11-23', { stages, total: 12, leaving: 2 }),
    ]);

    expect(found?.rows).toEqual([
      { of: 'exploring', before: 1, now: 0 },
      { of: 'starting', before: 4, now: 3 },
      { of: 'devops', before: 3, now: 4 },
      { of: 'sre', before: 2, now: 2 },
      { of: 'platform', before: 0, now: 1 },
      { of: 'leaving', before: 0, now: 2 },
      { of: 'total', before: 10, now: 12 },
    ]);
    const quiet = weekNumbers([
      snapshotOf('2026-11-16'),
      snapshotOf('2026-11-23'),
    ]);
    expect(quiet?.rows.map(row => row.of)).not.toContain('leaving');
  });

  it.each([
    ['2026-11-16', false],
    ['2026-11-20', true],
    ['2026-11-23', true],
  ])('say whether definitions changed after them: on %s', (day, changed) => {
    const days = ['2026-11-16', '2026-11-20', '2026-11-23'];
    const all = days.map(each =>
      snapshotOf(each, { newDefinitions: each === day }),
    );
    expect(weekNumbers(all)?.newDefinitions).toBe(changed);
  });
});
