import { alertRules, type AlertRule } from '../../alerts';
import type { SloDefinition } from '../types';

/** Rules are evaluated every so many minutes in the tests. */
export const STEP = 5;

const DETOUR = 2 * STEP;

/** Minutes rounded up to an evaluation, and two more evaluations. */
function evaluated(minutes: number): number {
  return Math.ceil(minutes / STEP) * STEP + DETOUR;
}

function pairsOf(slo: SloDefinition, severity: AlertRule['severity']) {
  return alertRules(slo).filter(
    pair => pair.severity === severity && pair.canFire,
  );
}

/** Minutes of a total outage after which the page fires; undefined when it cannot. */
export function minutesToPage(slo: SloDefinition): number | undefined {
  const minutes = pairsOf(slo, 'page').map(
    // The long look-back was healthy before and fills up with errors.
    ({ threshold, longHours }) => threshold * longHours * 60,
  );
  return minutes.length === 0 ? undefined : evaluated(Math.min(...minutes));
}

/** Healthy minutes before a leak; half a day keeps the tests fast, where three days would fill every look-back. */
export const BEFORE_LEAK = 12 * 60;

/** A leak that only the slowest ticket sees, and the minutes it takes; undefined when it cannot. */
export function slowLeak(
  slo: SloDefinition,
): { errorRatio: number; minutes: number } | undefined {
  const slowest = pairsOf(slo, 'ticket').at(-1);
  if (!slowest) {
    return undefined;
  }
  const { threshold, longHours } = slowest;
  // The next pair asks for three times as much.
  const errorRatio = Math.min(1, 2 * threshold);
  return {
    errorRatio,
    minutes: evaluated(
      Math.min(
        // A look-back that is not filled yet holds the healthy minutes and the leak, a filled one nothing else.
        (BEFORE_LEAK * threshold) / (errorRatio - threshold),
        (threshold / errorRatio) * longHours * 60,
      ),
    ),
  };
}

/** Minutes of a blip. */
export const BLIP_MINUTES = 4;

/** The error ratio of a blip that the shortest look-back sees, and the ratio over it; no pair may fire. */
export function blip(slo: SloDefinition): {
  errorRatio: number;
  threshold: number;
  isSeen: boolean;
} {
  const [{ threshold }] = alertRules(slo);
  const errorRatio = Math.min(1, 3 * threshold);
  return {
    errorRatio,
    threshold,
    // Versions of Prometheus differ in whether the first sample of a look-back is in it.
    isSeen: (errorRatio * (BLIP_MINUTES - 1)) / (STEP - 1) > threshold,
  };
}
