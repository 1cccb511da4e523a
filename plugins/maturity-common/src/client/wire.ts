import type { components, operations } from './schema.generated';

type Schemas = components['schemas'];

/**
 * A page of scorecards without their results.
 *
 * @public
 */
export type ScorecardPage = Schemas['ScorecardPage'];
/**
 * A scorecard without its results, with what lists show of the entity.
 *
 * @public
 */
export type ScorecardSummary = Schemas['ScorecardSummary'];
/**
 * A scorecard with results, summary and the cheapest way to each next level.
 *
 * @public
 */
export type ScorecardDetail = Schemas['ScorecardDetail'];
/**
 * Tracks and checks in force.
 *
 * @public
 */
export type Definitions = Schemas['Definitions'];
/**
 * A check and its counts over what the caller may see.
 *
 * @public
 */
export type CheckDetail = Schemas['CheckDetail'];
/**
 * Roll-ups of the sets of one kind.
 *
 * @public
 */
export type RollUpList = Schemas['RollUpList'];
/**
 * One set with its title and parent.
 *
 * @public
 */
export type RollUpItem = Schemas['RollUpItem'];
/**
 * One group, system or domain with children and members.
 *
 * @public
 */
export type RollUpDetail = Schemas['RollUpDetail'];
/**
 * Signals, verdicts, next actions and a summary sentence.
 *
 * @public
 */
export type AdviceAnswer = Schemas['AdviceAnswer'];
/**
 * What one evaluation found otherwise than the one before.
 *
 * @public
 */
export type HistoryItem = Schemas['HistoryItem'];
/**
 * Changes of one scorecard, newest first.
 *
 * @public
 */
export type HistoryPage = Schemas['HistoryPage'];
/**
 * Counts of the whole organization on one UTC day.
 *
 * @public
 */
export type Snapshot = Schemas['Snapshot'];
/**
 * Daily counts of the whole organization, oldest first.
 *
 * @public
 */
export type SnapshotList = Schemas['SnapshotList'];
/**
 * Daily counts of one group, system or domain, oldest first.
 *
 * @public
 */
export type RollUpSnapshotList = Schemas['RollUpSnapshotList'];
/**
 * An entity whose levels are others than some days ago.
 *
 * @public
 */
export type EntityChange = Schemas['EntityChange'];
/**
 * Entities whose levels have changed of late, the most important first.
 *
 * @public
 */
export type ChangeList = Schemas['ChangeList'];
/**
 * One run over the catalog.
 *
 * @public
 */
export type Sweep = Schemas['Sweep'];
/**
 * The last sweeps, newest first.
 *
 * @public
 */
export type SweepList = Schemas['SweepList'];

/**
 * Filters, order and page of a list of scorecards.
 *
 * @public
 */
export type ListScorecardsQuery = NonNullable<
  operations['listScorecards']['parameters']['query']
>;
/**
 * Filters and order of an export of scorecards.
 *
 * @public
 */
export type ExportScorecardsQuery = Omit<
  ListScorecardsQuery,
  'cursor' | 'limit'
>;
/**
 * Which roll-ups to list.
 *
 * @public
 */
export type ListRollUpsQuery = operations['listRollUps']['parameters']['query'];
/**
 * Days that snapshots are wanted of, and checks whose results they count.
 *
 * @public
 */
export type ListSnapshotsQuery = NonNullable<
  operations['listSnapshots']['parameters']['query']
>;
/**
 * Days that snapshots of a group, system or domain are wanted of.
 *
 * @public
 */
export type ListRollUpSnapshotsQuery = NonNullable<
  operations['listRollUpSnapshots']['parameters']['query']
>;
/**
 * Days whose changes are wanted, and how many entities.
 *
 * @public
 */
export type ListChangesQuery = NonNullable<
  operations['listChanges']['parameters']['query']
>;
/**
 * What a badge shows.
 *
 * @public
 */
export type BadgeQuery = NonNullable<
  operations['getBadge']['parameters']['query']
>;
/**
 * Page of the members of a roll-up.
 *
 * @public
 */
export type PageQuery = NonNullable<
  operations['getRollUp']['parameters']['query']
>;
