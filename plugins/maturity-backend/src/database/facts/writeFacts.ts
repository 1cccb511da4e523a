import type { Knex } from 'knex';
import { FACT_COLUMNS } from '../columns';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import type { FactChanges } from './FactRecord';

function refsByProvider(remove: FactChanges['remove']): Map<string, string[]> {
  const refs = new Map<string, string[]>();
  for (const { provider, entityRef } of remove) {
    const known = refs.get(provider);
    if (known) known.push(entityRef);
    else refs.set(provider, [entityRef]);
  }
  return refs;
}

/**
 * Stores what a sweep learned of facts, all of it or nothing; without changes it asks the database
 * nothing.
 *
 * @param sweep - number of the sweep that writes
 */
export async function writeFacts(
  db: Knex,
  { put, remove }: FactChanges,
  sweep: number,
): Promise<void> {
  if (!put.length && !remove.length) return;
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    for (const [provider, values] of refsByProvider(remove)) {
      const old = tx('maturity_facts').where({ provider }).delete();
      whereAmong(old, { db: tx, column: 'entity_ref', values });
      await old;
    }
    await insertRows(tx, {
      table: 'maturity_facts',
      columns: FACT_COLUMNS,
      rows: put.map(fact => [
        fact.provider,
        fact.entityRef,
        fact.value,
        fact.observedAt,
        fact.error,
      ]),
      replaceOn: ['provider', 'entity_ref'],
    });
  });
}
