/** A ratio of whole numbers. */
export interface ExactRatio {
  numerator: bigint;
  denominator: bigint;
}

/** More digits than any measurement has, and few enough to stay fast. */
const MAX_DIGITS = 40;
const DECIMAL = new RegExp(
  `^([+-]?)(\\d{0,${MAX_DIGITS}})(?:\\.(\\d{0,${MAX_DIGITS}}))?(?:e([+-]?\\d{1,2}))?$`,
  'i',
);

/** Reads a decimal number without rounding; undefined for anything else, NaN and infinities included. */
export function exactDecimal(value: string | number): ExactRatio | undefined {
  const match = DECIMAL.exec(String(value).trim());
  if (!match) {
    return undefined;
  }
  const [, sign, whole, decimals = '', exponent = '0'] = match;
  if (whole === '' && decimals === '') {
    return undefined;
  }
  const digits = BigInt(`${whole}${decimals}`);
  const scale = Number(exponent) - decimals.length;
  const power = 10n ** BigInt(Math.abs(scale));
  const signed = sign === '-' ? -digits : digits;
  return scale < 0
    ? { numerator: signed, denominator: power }
    : { numerator: signed * power, denominator: 1n };
}

/** `1 - sli`, exact in decimals; undefined when the service level is no number. */
export function exactErrorRatio(sli: string | number): ExactRatio | undefined {
  const level = exactDecimal(sli);
  return (
    level && {
      numerator: level.denominator - level.numerator,
      denominator: level.denominator,
    }
  );
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) {
    [larger, smaller] = [smaller, larger % smaller];
  }
  return larger < 0n ? -larger : larger;
}

const SCALE = 10n ** 30n;

/**
 * The quotient as a number: the nearest one when both parts fit into 53 bits after reduction, which
 * every ordinary measurement does, otherwise within a few parts in 10^15.
 */
export function quotient(numerator: bigint, denominator: bigint): number {
  const divisor = greatestCommonDivisor(numerator, denominator);
  const top = numerator / divisor;
  const bottom = denominator / divisor;
  if (
    Number.isSafeInteger(Number(top)) &&
    Number.isSafeInteger(Number(bottom))
  ) {
    return Number(top) / Number(bottom);
  }
  return (
    Number(top / bottom) + Number(((top % bottom) * SCALE) / bottom) / 1e30
  );
}
