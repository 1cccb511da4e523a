import fc from 'fast-check';
import {
  budgetUse,
  burnRate,
  errorBudget,
  errorRatioOf,
  timeToExhaustion,
} from './budget';

const THREE_NINES = { objectivePpm: 999_000, windowDays: 30 };

describe('errorBudget', () => {
  it('is what the objective leaves, in parts per million and in minutes', () => {
    expect(errorBudget({ objectivePpm: 999_500, windowDays: 30 })).toEqual({
      ratio: 0.0005,
      ppm: 500,
      minutes: 21.6,
    });
  });
});

describe('errorRatioOf', () => {
  it.each([
    ['0.9995', 0.0005],
    ['0.999', 0.001],
    [0.999, 0.001],
    ['1', 0],
    ['1.0000', 0],
    ['0', 1],
    ['9.995e-1', 0.0005],
    ['.5', 0.5],
    ['0.99999999999999999999', 1e-20],
  ])('of %j is exactly %d', (sli, ratio) => {
    expect(errorRatioOf(sli)).toBe(ratio);
  });

  it.each([
    '',
    '.',
    'NaN',
    '+Inf',
    'abc',
    '0x1',
    '1e999',
    Number.NaN,
    Infinity,
  ])('of %j is no data', sli => {
    expect(errorRatioOf(sli)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), sli => {
        const use = budgetUse(THREE_NINES, { sli });
        expect(use === undefined).toBe(errorRatioOf(sli) === undefined);
        expect(use?.burn).not.toBeNaN();
      }),
    );
  });
});

describe('burnRate', () => {
  it('is the error ratio over the budget', () => {
    expect(burnRate(0.002, 999_000)).toBe(2);
  });

  it.each([Number.NaN, Infinity])('is unknown for %d', ratio => {
    expect(burnRate(ratio, 999_000)).toBeUndefined();
  });
});

describe('budgetUse', () => {
  it('is exactly used up by a service that meets its objective to the digit', () => {
    expect(budgetUse(THREE_NINES, { sli: '0.999' })).toEqual({
      burn: 1,
      remaining: 0,
      remainingMinutes: 0,
    });
  });

  it('goes below zero', () => {
    expect(budgetUse(THREE_NINES, { errorRatio: 0.003 })).toEqual({
      burn: 3,
      remaining: -2,
      remainingMinutes: -86.4,
    });
  });

  it('is unknown without data', () => {
    expect(budgetUse(THREE_NINES, { errorRatio: Number.NaN })).toBeUndefined();
  });
});

describe('timeToExhaustion', () => {
  it.each([
    { remaining: 0, burn: 0, hours: 0 },
    { remaining: 0, burn: Number.NaN, hours: 0 },
    { remaining: -1, burn: -1, hours: 0 },
    { remaining: 1, burn: -1, hours: null },
    { remaining: 1, burn: Number.NaN, hours: null },
    { remaining: Number.NaN, burn: 1, hours: null },
    { remaining: 0.5, burn: 1, hours: 360 },
  ])('of $remaining at burn $burn is $hours', ({ remaining, burn, hours }) => {
    expect(timeToExhaustion({ remaining, burn, windowDays: 30 })).toBe(hours);
  });
});
