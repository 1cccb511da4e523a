import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  AdviceAnswer,
  ChangeList,
  CheckDetail,
  Definitions,
  HistoryPage,
  ListRollUpsQuery,
  RollUpDetail,
  RollUpList,
  RollUpSnapshotList,
  ScorecardDetail,
  ScorecardPage,
  ScorecardSummary,
  SnapshotList,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import type { Cursor, ScorecardQuery, Visible } from '../database';
import type { Standing } from './badge';
import type { ChangeQuery } from './changeList';
import type { SnapshotQuery } from './snapshotList';

/** Who asks, and what the answer may cover. */
export interface RequestOptions {
  credentials: BackstageCredentials;
  /** Only these entities exist for the answer; undefined means all. */
  visible?: Visible;
  /** Only these entities may be counted beside scorecards; undefined means all. */
  names?: Visible;
  /** The HTTP request that asks; actions have none. */
  request?: AuditorServiceCreateEventOptions['request'];
}

/** A page of the members of a roll-up. */
export interface MemberPage {
  cursor?: Cursor;
  limit: number;
}

/**
 * What the backend can be asked, by HTTP and by actions alike. References are full and in lower case.
 * Methods reject with the errors of `@backstage/errors`: `NotFoundError` for what does not exist,
 * `InputError` for a question that makes no sense.
 */
export interface MaturityService {
  getDefinitions(options: RequestOptions): Promise<Definitions>;
  getCheck(id: string, options: RequestOptions): Promise<CheckDetail>;
  listScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): Promise<ScorecardPage>;
  /** Every scorecard that the query finds, page by page; its cursor and its limit count for nothing. */
  exportScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): AsyncGenerator<readonly ScorecardSummary[], void>;
  getScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail>;
  /** Changes of one scorecard, newest first; `before` is the number of the last one that is known. */
  getHistory(
    entityRef: string,
    query: { before?: number; limit: number },
    options: RequestOptions,
  ): Promise<HistoryPage>;
  refreshScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail>;
  listRollUps(
    query: ListRollUpsQuery,
    options: RequestOptions,
  ): Promise<RollUpList>;
  getRollUp(
    entityRef: string,
    page: MemberPage,
    options: RequestOptions,
  ): Promise<RollUpDetail>;
  /** Where a component stands; undefined when it has no scorecard, for whatever reason. */
  getStanding(
    entityRef: string,
    options: RequestOptions,
  ): Promise<Standing | undefined>;
  /** Counts of the whole organization by day, oldest first. */
  listSnapshots(
    query: SnapshotQuery,
    options: RequestOptions,
  ): Promise<SnapshotList>;
  /** Counts of one group, system or domain by day, oldest first. */
  listRollUpSnapshots(
    entityRef: string,
    query: { days: number },
    options: RequestOptions,
  ): Promise<RollUpSnapshotList>;
  /** Entities whose levels have changed of late, the most important first. */
  listChanges(query: ChangeQuery, options: RequestOptions): Promise<ChangeList>;
  getAdvice(options: RequestOptions): Promise<AdviceAnswer>;
  listSweeps(
    query: { limit: number },
    options: RequestOptions,
  ): Promise<SweepList>;
}
