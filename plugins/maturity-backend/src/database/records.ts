import type {
  CheckResult,
  Lifecycle,
  Stage,
  StageTarget,
  Tier,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';

/** What lists show of a scorecard: everything but its results. */
export interface ScorecardRecord {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  description: string | null;
  type: string;
  lifecycle: Lifecycle;
  /** Declared tier. */
  tier: Tier | null;
  ownerRef: string | null;
  systemRef: string | null;
  stage: Stage | null;
  target: StageTarget | null;
  notes: readonly string[];
  tracks: Readonly<Record<string, TrackScore>>;
  /** Mean of the track scores, for sorting only. */
  overall: number | null;
  definitionVersion: string;
  /** Epoch milliseconds. */
  evaluatedAt: number;
}

/** A scorecard as it is stored and read alone. */
export interface FullScorecardRecord extends ScorecardRecord {
  results: readonly StoredResult[];
}

/** A result without what its definition tells: track, level and remedy. */
export type StoredResult = Omit<CheckResult, 'track' | 'level' | 'remedy'>;

/** A group, user, system or domain that holds components. */
export interface ScopeRecord {
  entityRef: string;
  kind: string;
  title: string;
  parentRef: string | null;
}

/** A scope with the references of all its components. */
export interface ScopeWithMembers extends ScopeRecord {
  members: readonly string[];
}

/** One run over the catalog. Times are epoch milliseconds. */
export interface SweepRecord {
  id: number;
  startedAt: number;
  finishedAt: number | null;
  status: 'running' | 'succeeded' | 'failed';
  /** Entities that should have a scorecard. */
  total: number;
  evaluated: number;
  written: number;
  removed: number;
  error: string | null;
}
