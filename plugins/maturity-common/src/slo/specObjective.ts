import { parseObjectivePpm, formatPercent } from './objective';
import { exactDecimal, quotient } from './exactRatio';
import { INDICATORS, type Indicator, type SloSpec } from './types';

/** One objective of an SLO file. */
export type SpecObjective = SloSpec['objectives'][number];

/** What was read, or a sentence that says why it could not be. */
export type SpecResult<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string };

/** A value of a file as it is shown in a message. */
export function shown(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'a mapping';
  }
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** An objective in percent, written as a number or as a text. */
export function readPercent(
  value: unknown,
): Pick<SpecObjective, 'objective' | 'objectivePpm'> | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const objective = String(value).trim();
  const objectivePpm = parseObjectivePpm(objective);
  return objectivePpm === undefined ? undefined : { objective, objectivePpm };
}

/** An objective as a ratio, such as 0.9995, written as a number or as a text. */
export function readRatio(
  value: unknown,
): Pick<SpecObjective, 'objective' | 'objectivePpm'> | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const ratio = exactDecimal(value);
  const ppm =
    ratio && quotient(ratio.numerator * 1_000_000n, ratio.denominator);
  if (ppm === undefined || !Number.isInteger(ppm)) {
    return undefined;
  }
  return readPercent(formatPercent(ppm));
}

const WORDS: ReadonlyMap<string, Indicator> = new Map<string, Indicator>([
  ...INDICATORS.map(indicator => [indicator, indicator] as const),
  ['error', 'errors'],
]);

/** The indicator that one of the texts names as a word of its own, e.g. `requests-availability`. */
export function indicatorIn(texts: readonly string[]): Indicator | undefined {
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/[^a-z]+/)) {
      const indicator = WORDS.get(word);
      if (indicator) {
        return indicator;
      }
    }
  }
  return undefined;
}
