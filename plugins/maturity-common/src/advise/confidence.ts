import type { Confidence, SignalCoverage, Signals } from './types';

const HIGH = { owner: 0.9, stack: 0.8, tier: 0.8 };
const LOW = 0.5;
/** Under this stack coverage the stack count is a lower bound. */
export const STACK_LOWER_BOUND = 0.6;

/**
 * How far the signals can be trusted. Without coverage figures (signals that were given, not counted)
 * only missing developers can be told, so the rest is medium.
 */
export function confidenceOf(
  signals: Signals,
  coverage: SignalCoverage | undefined,
): Confidence {
  if (!coverage) {
    return signals.developers === null ? 'low' : 'medium';
  }
  const { owner, stack, tier, users } = coverage;
  if (!users || Math.min(owner, stack, tier) < LOW) {
    return 'low';
  }
  return owner >= HIGH.owner && stack >= HIGH.stack && tier >= HIGH.tier
    ? 'high'
    : 'medium';
}
