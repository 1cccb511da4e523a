import type { Knex } from 'knex';
import { type Db, whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import type { Placement, Placements } from './placements';

interface PlacementRow {
  entity_ref: string;
  owners: string | null;
  systems: string | null;
  domains: string | null;
}

/** What of the placements must be written and removed. */
export interface PlacementChanges {
  placed: readonly (readonly [entityRef: string, placement: Placement])[];
  gone: readonly string[];
  newSets: readonly (readonly [set: string, scopes: readonly string[]])[];
  goneSets: readonly string[];
}

/** Compares the stored placements with those that should be there. */
export async function findPlacementChanges(
  db: Db,
  { byEntity, sets }: Placements,
): Promise<PlacementChanges> {
  const rows: PlacementRow[] = await db('maturity_placements').select('*');
  const stored = new Map(rows.map(row => [row.entity_ref, row]));
  const setRows: { scope_set: string }[] = await db('maturity_scope_sets')
    .distinct('scope_set')
    .select();
  const storedSets = new Set(setRows.map(row => row.scope_set));
  return {
    placed: [...byEntity].filter(([ref, [owners, systems, domains]]) => {
      const row = stored.get(ref);
      return !(
        row?.owners === owners &&
        row.systems === systems &&
        row.domains === domains
      );
    }),
    gone: [...stored.keys()].filter(ref => !byEntity.has(ref)),
    // The name of a set is a hash of its scopes, so a set that is there already is the same.
    newSets: [...sets].filter(([set]) => !storedSets.has(set)),
    goneSets: [...storedSets].filter(set => !sets.has(set)),
  };
}

/** Writes and removes what was found to differ. */
export async function writePlacementChanges(
  tx: Knex.Transaction,
  { placed, gone, newSets, goneSets }: PlacementChanges,
): Promise<void> {
  if (gone.length) {
    const query = tx('maturity_placements').delete();
    whereAmong(query, { db: tx, column: 'entity_ref', values: gone });
    await query;
  }
  if (goneSets.length) {
    const query = tx('maturity_scope_sets').delete();
    whereAmong(query, { db: tx, column: 'scope_set', values: goneSets });
    await query;
  }
  await insertRows(tx, {
    table: 'maturity_placements',
    columns: {
      entity_ref: 'text',
      owners: 'text',
      systems: 'text',
      domains: 'text',
    },
    rows: placed.map(([ref, placement]) => [ref, ...placement]),
    replaceOn: ['entity_ref'],
  });
  await insertRows(tx, {
    table: 'maturity_scope_sets',
    columns: { scope_set: 'text', scope_ref: 'text' },
    rows: newSets.flatMap(([set, scopes]) => scopes.map(ref => [set, ref])),
  });
}
