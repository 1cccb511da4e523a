import type { Knex } from 'knex';
import { insertRows } from '../insertRows';
import type { ScorecardRows } from '../rows';
import type { OpenResults } from '../scorecards/openResults';
import { changesBetween } from './changesBetween';
import { encodeChanges } from './encodeChanges';
import { explainChanges } from './explainChanges';
import { readVerdicts } from './readVerdicts';

/**
 * Keeps what the given scorecards change of the stored ones, in the transaction that replaces them and
 * before it does. A first scorecard is no change.
 *
 * @param open - the open results of those that are stored
 */
export async function recordHistory(
  tx: Knex.Transaction,
  scorecards: readonly ScorecardRows[],
  open: OpenResults,
): Promise<void> {
  const stored = await readVerdicts(tx, open);
  const changed = scorecards.flatMap(rows => {
    const before = stored.get(rows.entityRef);
    const after = rows.verdicts();
    const changes = before && changesBetween(before, after);
    if (!changes) return [];
    const { entityRef, evaluatedAt, encodedResults: results } = rows;
    const { definitionVersion } = after;
    const newDefinitions = before.definitionVersion !== definitionVersion;
    const row = [entityRef, evaluatedAt, definitionVersion, newDefinitions];
    return { entityRef, changes, results, row };
  });
  const explained = await explainChanges(tx, changed);
  await insertRows(tx, {
    table: 'maturity_history',
    columns: {
      entity_ref: 'text',
      changed_at: 'bigint',
      definition_version: 'text',
      new_definitions: 'boolean',
      changes: 'text',
    },
    rows: changed.map(({ entityRef, changes, row }) => [
      ...row,
      encodeChanges(explained.get(entityRef) ?? changes),
    ]),
  });
}
