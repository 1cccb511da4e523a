import { RefreshLimit } from './RefreshLimit';

const NOW = Date.UTC(2026, 10, 23);

describe('RefreshLimit', () => {
  it('refuses what is too much within a minute, and says how long to wait', () => {
    const limit = new RefreshLimit(2);
    limit.take('one', NOW);
    limit.take('one', NOW + 10_000);

    expect(() => limit.take('one', NOW + 20_500)).toThrow(
      'You have asked for 2 refreshes within a minute, and no more are allowed; ask again in 40 seconds.',
    );
    limit.take('one', NOW + 60_000);
    expect(() => limit.take('one', NOW + 60_001)).toThrow('in 10 seconds');
  });

  it('counts each caller alone', () => {
    const limit = new RefreshLimit(1);
    limit.take('one', NOW);
    limit.take('other', NOW);

    expect(() => limit.take('one', NOW)).toThrow('in 60 seconds');
    expect(() => limit.take('one', NOW)).toThrow('1 refresh within');
  });

  it('forgets what lies ahead after the clock was set back', () => {
    const limit = new RefreshLimit(1);
    limit.take('one', NOW);

    expect(() => limit.take('one', NOW - 3_600_000)).not.toThrow();
  });

  it('keeps no more callers than it needs', () => {
    const limit = new RefreshLimit(1);
    limit.take('first', NOW);
    for (let turn = 0; turn < 10_000; turn++) limit.take(`${turn}`, NOW);

    expect(() => limit.take('first', NOW)).not.toThrow();
    expect(() => limit.take('9999', NOW)).toThrow();
  });
});
