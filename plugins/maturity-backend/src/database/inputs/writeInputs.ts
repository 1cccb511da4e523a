import type { Knex } from 'knex';
import { INPUT_COLUMNS } from '../columns';
import { insertRows } from '../insertRows';
import { onlyNewer } from '../scorecards/onlyNewer';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import type { InputRecord } from './InputRecord';

function inputRow(input: InputRecord): (string | number | null)[] {
  return [
    input.entityRef,
    input.hash,
    JSON.stringify(input.questions),
    Number.isFinite(input.nextChange) ? input.nextChange : null,
    input.evaluatedAt,
  ];
}

/** Writes inputs within a transaction that has made sure that they may be written. */
export async function putInputs(
  tx: Knex.Transaction,
  inputs: readonly InputRecord[],
): Promise<void> {
  await insertRows(tx, {
    table: 'maturity_inputs',
    columns: INPUT_COLUMNS,
    rows: inputs.map(inputRow),
    replaceOn: ['entity_ref'],
  });
}

/**
 * Stores the inputs of evaluations whose scorecards are stored as they are. An entity that was
 * refreshed since keeps what the refresh stored.
 *
 * @param sweep - number of the sweep that writes, if one does
 */
export async function writeInputs(
  db: Knex,
  inputs: readonly InputRecord[],
  sweep?: number,
): Promise<void> {
  if (!inputs.length) return;
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    const { current } = await onlyNewer(tx, inputs);
    await putInputs(tx, current);
  });
}
