import type {
  AdviceAnswer,
  BadgeQuery,
  ChangeList,
  CheckDetail,
  Definitions,
  ExportScorecardsQuery,
  HistoryPage,
  ListChangesQuery,
  ListRollUpSnapshotsQuery,
  ListRollUpsQuery,
  ListScorecardsQuery,
  ListSnapshotsQuery,
  PageQuery,
  RollUpDetail,
  RollUpList,
  RollUpSnapshotList,
  ScorecardDetail,
  ScorecardPage,
  SnapshotList,
  SweepList,
} from './wire';

/**
 * Options of every call.
 *
 * @public
 */
export interface CallOptions {
  /** Token of the caller; a frontend leaves it out, its fetch adds one. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the maturity backend answers. Every method rejects with a `ResponseError` of
 * `@backstage/errors` whose message is the backend's sentence, or the status and the text of an answer
 * that did not come from the backend. `statusCode` and `body` are as in every `ResponseError`.
 *
 * @public
 */
export interface MaturityApi {
  getDefinitions(options?: CallOptions): Promise<Definitions>;
  getCheck(id: string, options?: CallOptions): Promise<CheckDetail>;
  listScorecards(
    query?: ListScorecardsQuery,
    options?: CallOptions,
  ): Promise<ScorecardPage>;
  /** Every scorecard that the query finds as the text of a CSV file, in the order asked for. */
  exportScorecards(
    query?: ExportScorecardsQuery,
    options?: CallOptions,
  ): Promise<string>;
  /** @param entityRef - full reference, e.g. `component:default/checkout` */
  getScorecard(
    entityRef: string,
    options?: CallOptions,
  ): Promise<ScorecardDetail>;
  refreshScorecard(
    entityRef: string,
    options?: CallOptions,
  ): Promise<ScorecardDetail>;
  /** Changes of levels, stage and results, newest first. */
  getHistory(
    entityRef: string,
    query?: PageQuery,
    options?: CallOptions,
  ): Promise<HistoryPage>;
  listRollUps(
    query: ListRollUpsQuery,
    options?: CallOptions,
  ): Promise<RollUpList>;
  /** @param entityRef - reference of a group, system or domain */
  getRollUp(
    entityRef: string,
    query?: PageQuery,
    options?: CallOptions,
  ): Promise<RollUpDetail>;
  /** Counts of the whole organization; rejects for callers who may not read every scorecard. */
  listSnapshots(
    query?: ListSnapshotsQuery,
    options?: CallOptions,
  ): Promise<SnapshotList>;
  /**
   * Counts of one group, system or domain, without counts of checks. A caller who may not read every
   * scorecard gets only the days on which exactly the components were counted that are there now.
   */
  listRollUpSnapshots(
    entityRef: string,
    query?: ListRollUpSnapshotsQuery,
    options?: CallOptions,
  ): Promise<RollUpSnapshotList>;
  /** Entities whose levels have changed of late, the most important first. */
  listChanges(
    query?: ListChangesQuery,
    options?: CallOptions,
  ): Promise<ChangeList>;
  /**
   * The address of the badge of an entity, for pages that embed it. The backend answers it without a
   * token only where `maturity.badges.anonymous` is true.
   *
   * @param entityRef - full reference, e.g. `component:default/checkout`
   */
  getBadgeUrl(entityRef: string, query?: BadgeQuery): Promise<string>;
  getAdvice(options?: CallOptions): Promise<AdviceAnswer>;
  listSweeps(
    query?: { limit?: number },
    options?: CallOptions,
  ): Promise<SweepList>;
}
