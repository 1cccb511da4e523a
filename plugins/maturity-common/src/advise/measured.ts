import type { Measure, Signals } from './types';

/**
 * The value of a measure; null where it is not known.
 *
 * @public
 */
export function measured(signals: Signals, measure: Measure): number | null {
  switch (measure) {
    case 'devopsLevel':
      return signals.levels.devops;
    case 'experimentalShare':
      return signals.services === 0
        ? null
        : signals.experimentalServices / signals.services;
    default:
      return signals[measure] ?? null;
  }
}
