import type { Knex } from 'knex';
import { hasOthersEvaluated, readRefreshMark } from '../database';
import type { Askers } from './Askers';
import type { CatalogSnapshot } from './CatalogSnapshot';
import type { Fingerprint } from './Fingerprint';
import type { Run } from './SweepOptions';
import type { SweptState } from './SweptState';

/** What the last sweep of this process knew at its end, from which the next one can go on. */
export interface Warm {
  /** Number of that sweep. */
  sweep: number;
  snapshot: CatalogSnapshot;
  fingerprint: Fingerprint;
  /** Read when they are first needed. */
  askers: Askers | undefined;
  /** Components of the snapshot. */
  total: number;
  /** What the last refresh before that sweep left. */
  refreshMark: string | undefined;
}

/**
 * Whether what this process remembers is still what is stored: neither another process nor a refresh has
 * evaluated anything since, and no sweep has ended before its end.
 */
export async function isWarm(
  warm: Warm,
  options: { db: Knex; run: Run; before: SweptState | undefined },
): Promise<boolean> {
  const { db, run, before } = options;
  return (
    before?.fingerprint === warm.fingerprint.digest() &&
    (await readRefreshMark(db)) === warm.refreshMark &&
    !(await hasOthersEvaluated(db, { after: warm.sweep, before: run.id }))
  );
}
