import type { Stage, Status } from '@backstage-maturity/plugin-maturity-common';

/** What changed between two evaluations of an entity; each change is written as before and after. */
export interface Changes {
  stage?: readonly [Stage | null, Stage | null];
  /** Null where a track does not apply. */
  levels: readonly (readonly [track: string, number | null, number | null])[];
  checks: readonly (readonly [check: string, Status, Status])[];
}

/** One evaluation that ended otherwise than the one before. */
export interface HistoryRecord {
  id: number;
  entityRef: string;
  /** Epoch milliseconds. */
  changedAt: number;
  definitionVersion: string;
  /** True when other definitions were in force before: then the entity itself need not have changed. */
  newDefinitions: boolean;
  changes: Changes;
}
