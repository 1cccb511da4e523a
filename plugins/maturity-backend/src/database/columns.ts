import type { Columns } from './insertRows';

// All columns of a scorecard but the large ones and those that only serve filters and orders.
const SUMMARY = {
  entity_ref: 'line',
  kind: 'line',
  namespace: 'text',
  name: 'text',
  title: 'text',
  description: 'text',
  type: 'text',
  lifecycle: 'line',
  tier: 'int',
  owner_ref: 'text',
  system_ref: 'text',
  stage: 'text',
  target: 'text',
  notes: 'line',
  overall: 'float8',
  definition_version: 'line',
  evaluated_at: 'timestamptz',
} as const satisfies Columns;

/** Names of the columns that lists read. */
export const SUMMARY_COLUMNS: readonly string[] = Object.keys(SUMMARY);

/** The columns of `maturity_scorecards`. */
export const SCORECARD_COLUMNS = {
  ...SUMMARY,
  sort_name: 'text',
  stage_rank: 'int',
  content_hash: 'line',
  passed: 'text',
  roll_up: 'line',
  roll_up_key: 'line',
  results: 'line',
} as const satisfies Columns;

/** The columns of `maturity_track_scores`. */
export const TRACK_SCORE_COLUMNS = {
  entity_ref: 'line',
  track: 'line',
  level: 'int',
  achievable: 'int',
  score: 'int',
  coverage: 'int',
  proven: 'int',
  next: 'line',
} as const satisfies Columns;

/** The columns of `maturity_results`. */
export const RESULT_COLUMNS = {
  entity_ref: 'line',
  check_id: 'line',
  status: 'line',
} as const satisfies Columns;

/** The columns of `maturity_inputs`. */
export const INPUT_COLUMNS = {
  entity_ref: 'line',
  input_hash: 'line',
  questions: 'line',
  next_change: 'bigint',
  evaluated_at: 'bigint',
} as const satisfies Columns;

/** The columns of `maturity_facts`. */
export const FACT_COLUMNS = {
  provider: 'text',
  entity_ref: 'line',
  value: 'text',
  observed_at: 'bigint',
  error: 'text',
} as const satisfies Columns;
