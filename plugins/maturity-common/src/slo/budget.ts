import { exactDecimal, exactErrorRatio, quotient } from './exactRatio';

const MILLION = 1_000_000;
const MINUTES_PER_DAY = 1_440;
const HOURS_PER_DAY = 24;

/**
 * An objective and the window that it is kept over; every `Slo` is one.
 *
 * @public
 */
export interface BudgetBasis {
  /** Parts per million of 100 %; above 0 and below 1,000,000. */
  objectivePpm: number;
  windowDays: number;
}

/**
 * What an objective allows to go wrong in its window.
 *
 * @public
 */
export interface ErrorBudget {
  /** `B = 1 - T`, a ratio of events or of time. */
  ratio: number;
  /** The same in parts per million; exact. */
  ppm: number;
  /** `B x W` in minutes. */
  minutes: number;
}

/**
 * The error budget of an objective: `B = 1 - T`, in time `B x W`.
 *
 * @public
 */
export function errorBudget(basis: BudgetBasis): ErrorBudget {
  const ppm = MILLION - basis.objectivePpm;
  return {
    ratio: ppm / MILLION,
    ppm,
    minutes: (ppm * basis.windowDays * MINUTES_PER_DAY) / MILLION,
  };
}

/**
 * The error ratio `1 - sli` of a service level given as a ratio, exact in decimals; undefined when it is no number.
 *
 * @public
 */
export function errorRatioOf(sli: string | number): number | undefined {
  const ratio = exactErrorRatio(sli);
  return ratio && quotient(ratio.numerator, ratio.denominator);
}

/**
 * The burn rate `e / B` of an error ratio: 1 spends the budget exactly by the end of the window.
 * Undefined when there is no data, which a NaN of the monitoring system also means.
 *
 * @public
 */
export function burnRate(
  errorRatio: number,
  objectivePpm: number,
): number | undefined {
  return Number.isFinite(errorRatio)
    ? (errorRatio * MILLION) / (MILLION - objectivePpm)
    : undefined;
}

/**
 * How a budget stands after a whole window of a service level.
 *
 * @public
 */
export interface BudgetUse {
  /** Burn rate over the window, which is also the share of the budget that was consumed. */
  burn: number;
  /** Share of the budget that is left; below zero when more than all of it was spent. */
  remaining: number;
  /** What is left in minutes of the window; below zero when more than all of it was spent. */
  remainingMinutes: number;
}

/**
 * A measurement over a window, as the good or as the bad share; a text keeps its decimals exact.
 *
 * @public
 */
export type Measurement =
  | { sli: string | number }
  | { errorRatio: string | number };

/**
 * Consumption of a budget by a measurement over the whole window: consumed = burn(W), remaining =
 * 1 - burn(W), never clamped. Undefined when there is no data.
 *
 * @public
 */
export function budgetUse(
  basis: BudgetBasis,
  measurement: Measurement,
): BudgetUse | undefined {
  const errors =
    'sli' in measurement
      ? exactErrorRatio(measurement.sli)
      : exactDecimal(measurement.errorRatio);
  if (!errors) {
    return undefined;
  }
  const { ppm, minutes } = errorBudget(basis);
  const bad = errors.numerator * BigInt(MILLION);
  const allowed = errors.denominator * BigInt(ppm);
  const remaining = quotient(allowed - bad, allowed);
  return {
    burn: quotient(bad, allowed),
    remaining,
    remainingMinutes: remaining * minutes,
  };
}

/**
 * What is left of a budget and how fast it is being spent.
 *
 * @public
 */
export interface BudgetPace {
  /** Share of the budget that is left. */
  remaining: number;
  windowDays: number;
  /** Burn rate now. */
  burn: number;
}

/**
 * Hours until a budget is spent at the present burn rate, `remaining x W / burn`: 0 when nothing is
 * left, whatever the burn; null when it is not being spent or there is no data. For a rolling window
 * this is the earliest moment, because old errors leave the window meanwhile.
 *
 * @public
 */
export function timeToExhaustion(pace: BudgetPace): number | null {
  if (pace.remaining <= 0) {
    return 0;
  }
  return pace.remaining > 0 && pace.burn > 0
    ? (pace.remaining * pace.windowDays * HOURS_PER_DAY) / pace.burn
    : null;
}
