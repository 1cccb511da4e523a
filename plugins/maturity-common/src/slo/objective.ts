const PPM_PER_PERCENT = 10_000;
const HUNDRED_PERCENT_PPM = 100 * PPM_PER_PERCENT;

/**
 * Reads an objective in percent, such as `99.95`, into integer parts per million. Undefined unless it
 * is a plain decimal number with at most four decimals, above 0 and below 100. The digits are read as
 * text because a binary fraction would be off in its last bit and flip a strict comparison.
 *
 * @public
 */
export function parseObjectivePpm(text: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, whole, decimals = ''] = match;
  const ppm = Number(whole) * PPM_PER_PERCENT + Number(decimals.padEnd(4, '0'));
  return ppm > 0 && ppm < HUNDRED_PERCENT_PPM ? ppm : undefined;
}

/**
 * Parts per million as percent without needless zeros, e.g. `99.95` for 999500.
 *
 * @public
 */
export function formatPercent(ppm: number): string {
  const sign = ppm < 0 ? '-' : '';
  const absolute = Math.abs(Math.trunc(ppm));
  const whole = Math.trunc(absolute / PPM_PER_PERCENT);
  const decimals = String(absolute % PPM_PER_PERCENT)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
