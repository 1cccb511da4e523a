/** The sign of each outcome of a sweep: the same shapes as for checks. */
export const SWEEP_VERDICTS = {
  succeeded: 'pass',
  failed: 'fail',
  running: 'unknown',
} as const;
