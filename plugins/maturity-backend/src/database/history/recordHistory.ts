import type { Knex } from 'knex';
import { insertRows } from '../insertRows';
import type { ScorecardRows } from '../rows';
import { changesBetween } from './changesBetween';
import { readVerdicts } from './readVerdicts';

/**
 * Keeps what the given scorecards change of the stored ones, in the transaction that replaces them and
 * before it does. A first scorecard is no change.
 */
export async function recordHistory(
  tx: Knex.Transaction,
  scorecards: readonly ScorecardRows[],
): Promise<void> {
  const stored = await readVerdicts(
    tx,
    scorecards.map(rows => rows.entityRef),
  );
  const rows = scorecards.flatMap(({ entityRef, evaluatedAt, verdicts }) => {
    const before = stored.get(entityRef);
    const after = verdicts();
    const changes = before && changesBetween(before, after);
    if (!changes) return [];
    const { definitionVersion } = after;
    const newDefinitions = before.definitionVersion !== definitionVersion;
    return [
      [
        entityRef,
        evaluatedAt,
        definitionVersion,
        newDefinitions,
        JSON.stringify(changes),
      ],
    ];
  });
  await insertRows(tx, {
    table: 'maturity_history',
    columns: {
      entity_ref: 'text',
      changed_at: 'bigint',
      definition_version: 'text',
      new_definitions: 'boolean',
      changes: 'text',
    },
    rows,
  });
}
