import type { Sweep } from '@backstage-maturity/plugin-maturity-common';

const done: Sweep = {
  id: 2,
  startedAt: '2026-11-23T09:29:58.000Z',
  finishedAt: '2026-11-23T09:30:00.000Z',
  status: 'succeeded',
  total: 20,
  evaluated: 3,
  written: 3,
  removed: 0,
  error: null,
};

/** A sweep that went well. */
export const sweeps: readonly Sweep[] = [done];

/** A sweep that could not read the catalog, after one that could. */
export const failedSweeps: readonly Sweep[] = [
  {
    ...done,
    id: 3,
    startedAt: '2026-11-23T10:30:00.000Z',
    finishedAt: '2026-11-23T10:30:04.000Z',
    status: 'failed',
    error: 'The catalog failed at page 7 with status 503.',
  },
  done,
];

/** The very first sweep, still under way. */
export const firstSweep: readonly Sweep[] = [
  {
    ...done,
    id: 1,
    finishedAt: null,
    status: 'running',
    total: 12,
    evaluated: 0,
    written: 0,
  },
];
