import { Clock } from './Clock';

const DAY_MS = 86_400_000;

describe('Clock', () => {
  it('never changes its mind when nothing is asked', () => {
    expect(new Clock(5 * DAY_MS).nextChange).toBe(Infinity);
  });

  it('keeps the first day that has not come', () => {
    const clock = new Clock(5 * DAY_MS + 1);
    expect([4, 5, 9, 7].map(day => clock.reached(day))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(clock.nextChange).toBe(7 * DAY_MS);
  });

  it('holds what is done with the instant itself for today only', () => {
    const clock = new Clock(5 * DAY_MS + 1);
    expect(clock.read()).toBe(5 * DAY_MS + 1);
    expect(clock.nextChange).toBe(6 * DAY_MS);
  });
});
