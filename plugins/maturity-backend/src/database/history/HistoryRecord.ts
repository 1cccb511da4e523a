import type {
  Evidence,
  ReasonDetails,
  Stage,
  Status,
} from '@backstage-maturity/plugin-maturity-common';

/** Why a result was as it was, long texts cut. */
export interface Grounds {
  reason: string;
  details?: ReasonDetails;
  /** The first piece of evidence. */
  evidence?: Evidence;
}

/** A result that has another status than before. */
export interface CheckChange {
  check: string;
  from: Status;
  to: Status;
  /** Left out by earlier versions, and where no result was stored. */
  before?: Grounds;
  after?: Grounds;
}

/** What changed between two evaluations of an entity; each change is written as before and after. */
export interface Changes {
  stage?: readonly [Stage | null, Stage | null];
  /** Null where a track does not apply. */
  levels: readonly (readonly [track: string, number | null, number | null])[];
  checks: readonly CheckChange[];
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
