import { errorBudget, type BudgetBasis } from './budget';

/**
 * Look-back windows over which error ratios are measured.
 *
 * @public
 */
export const LOOK_BACKS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;

/** @public */
export type LookBack = (typeof LOOK_BACKS)[number];

/** @public */
export type AlertSeverity = 'page' | 'ticket';

/**
 * A pair of look-backs that must both burn too fast, and the share of the budget that the long one may spend.
 *
 * @public
 */
export interface AlertWindow {
  /** Short and long look-back, e.g. `5m/1h`. */
  name: string;
  severity: AlertSeverity;
  short: LookBack;
  long: LookBack;
  longHours: number;
  /** Percent of the error budget. */
  sharePercent: number;
}

/**
 * The pairs of the multi-window, multi-burn-rate method.
 *
 * @public
 */
export const ALERT_WINDOWS: readonly AlertWindow[] = [
  {
    name: '5m/1h',
    severity: 'page',
    short: '5m',
    long: '1h',
    longHours: 1,
    sharePercent: 2,
  },
  {
    name: '30m/6h',
    severity: 'page',
    short: '30m',
    long: '6h',
    longHours: 6,
    sharePercent: 5,
  },
  {
    name: '2h/1d',
    severity: 'ticket',
    short: '2h',
    long: '1d',
    longHours: 24,
    sharePercent: 10,
  },
  {
    name: '6h/3d',
    severity: 'ticket',
    short: '6h',
    long: '3d',
    longHours: 72,
    sharePercent: 10,
  },
];

/**
 * An alert window with the numbers that an objective gives it.
 *
 * @public
 */
export interface AlertRule extends AlertWindow {
  /** Burn rate `k = p x W / L` above which it fires. */
  factor: number;
  /** Error ratio `k x B` above which it fires, in both look-backs. */
  threshold: number;
  /** False when `k x B` is 1 or more: even a total outage stays silent. */
  canFire: boolean;
}

/**
 * The alert rules of an objective over its own window; a factor is never a constant.
 *
 * @public
 */
export function alertRules(basis: BudgetBasis): AlertRule[] {
  const { ppm } = errorBudget(basis);
  return ALERT_WINDOWS.map(window => {
    // Whole numbers above and below one division, so that a threshold is the nearest number to its decimal.
    const spent = window.sharePercent * basis.windowDays * 24;
    const allowed = 100 * window.longHours;
    return {
      ...window,
      factor: spent / allowed,
      threshold: (spent * ppm) / (allowed * 1_000_000),
      canFire: spent * ppm < allowed * 1_000_000,
    };
  });
}

/**
 * Which alerts of an objective fire for measured error ratios.
 *
 * @public
 */
export interface FiringAlerts {
  page: boolean;
  ticket: boolean;
  /** Names of the windows that fire. */
  firing: string[];
  /** Names of the windows that cannot be judged, because a ratio is missing or NaN. */
  noData: string[];
  /** Names of the windows that could not fire in a total outage. */
  cannotFire: string[];
}

/**
 * Decides the alerts: both error ratios strictly above `k x B`. A missing or NaN ratio never fires.
 *
 * @public
 */
export function alertsFiring(
  basis: BudgetBasis,
  errorRatios: Readonly<Partial<Record<LookBack, number>>>,
): FiringAlerts {
  const rules = alertRules(basis);
  const ratio = (lookBack: LookBack) => errorRatios[lookBack] ?? Number.NaN;
  const firing = rules.filter(
    ({ short, long, threshold }) =>
      ratio(short) > threshold && ratio(long) > threshold,
  );
  const names = (some: readonly AlertRule[]) => some.map(({ name }) => name);
  return {
    page: firing.some(({ severity }) => severity === 'page'),
    ticket: firing.some(({ severity }) => severity === 'ticket'),
    firing: names(firing),
    noData: names(
      rules.filter(
        ({ short, long }) =>
          Number.isNaN(ratio(short)) || Number.isNaN(ratio(long)),
      ),
    ),
    cannotFire: names(rules.filter(({ canFire }) => !canFire)),
  };
}
