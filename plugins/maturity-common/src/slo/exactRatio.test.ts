import fc from 'fast-check';
import { exactDecimal, quotient } from './exactRatio';

describe('exactDecimal', () => {
  it.each([
    ['0.10', 10n, 100n],
    ['-2.5', -25n, 10n],
    ['1e3', 1000n, 1n],
    ['1.5E-2', 15n, 1000n],
    [0.0001, 1n, 10000n],
  ])('reads %j without rounding', (value, numerator, denominator) => {
    expect(exactDecimal(value)).toEqual({ numerator, denominator });
  });

  it.each(['', '-', '.', 'e3', '1e100', '1,5', 'NaN', '9'.repeat(41)])(
    'refuses %j',
    value => {
      expect(exactDecimal(value)).toBeUndefined();
    },
  );
});

describe('quotient', () => {
  it('is the nearest number of every fraction that two numbers can express', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1 }),
        fc.integer({ min: 1 }),
        (top, bottom, factor) => {
          const scale = BigInt(factor) ** 3n;
          expect(quotient(BigInt(top) * scale, BigInt(bottom) * scale)).toBe(
            // The sum turns a negative zero into a zero.
            top / bottom + 0,
          );
        },
      ),
    );
  });

  it('is close where parts are too large for numbers', () => {
    expect(quotient(10n ** 40n + 1n, 3n * 10n ** 40n)).toBeCloseTo(1 / 3, 14);
  });
});
