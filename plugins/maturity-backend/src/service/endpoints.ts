import type {
  AdviceAnswer,
  BadgeQuery,
  ChangeList,
  CheckDetail,
  Definitions,
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
} from '@backstage-maturity/plugin-maturity-common';

interface EntityPath {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * What each route takes and gives, in the wire types that are generated from the OpenAPI document. Types
 * that are computed from the whole document instead are too deep for the native compiler.
 */
export type Endpoints = {
  '#get|/definitions': { response: Definitions };
  '#get|/checks/{id}': { path: { id: string }; response: CheckDetail };
  '#get|/scorecards': { query: ListScorecardsQuery; response: ScorecardPage };
  '#get|/scorecards/{kind}/{namespace}/{name}': {
    path: EntityPath;
    response: ScorecardDetail;
  };
  '#get|/scorecards/{kind}/{namespace}/{name}/history': {
    path: EntityPath;
    query: PageQuery;
    response: HistoryPage;
  };
  '#get|/scorecards/{kind}/{namespace}/{name}/badge.svg': {
    path: EntityPath;
    query: BadgeQuery;
    response: string;
  };
  '#post|/scorecards/{kind}/{namespace}/{name}/refresh': {
    path: EntityPath;
    response: ScorecardDetail;
  };
  '#get|/roll-ups': { query: ListRollUpsQuery; response: RollUpList };
  '#get|/roll-ups/{kind}/{namespace}/{name}': {
    path: EntityPath;
    query: PageQuery;
    response: RollUpDetail;
  };
  '#get|/roll-ups/{kind}/{namespace}/{name}/snapshots': {
    path: EntityPath;
    query: ListRollUpSnapshotsQuery;
    response: RollUpSnapshotList;
  };
  '#get|/changes': { query: ListChangesQuery; response: ChangeList };
  '#get|/snapshots': { query: ListSnapshotsQuery; response: SnapshotList };
  '#get|/advice': { response: AdviceAnswer };
  '#get|/sweeps': { query: { limit?: number }; response: SweepList };
};
