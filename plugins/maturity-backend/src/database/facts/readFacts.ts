import { type Db, whereAmong } from '../dialect';
import type { FactRecord } from './FactRecord';

interface FactRow {
  provider: string;
  entity_ref: string;
  value: string | null;
  observed_at: number | string | null;
  error: string | null;
}

/** The stored facts of all entities, or of some. */
export async function readFacts(
  db: Db,
  entityRefs?: readonly string[],
): Promise<FactRecord[]> {
  const query = db<FactRow>('maturity_facts').select<FactRow[]>('*');
  if (entityRefs) {
    whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  }
  const rows: FactRow[] = await query;
  return rows.map(({ entity_ref: entityRef, ...row }) => ({
    provider: row.provider,
    entityRef,
    value: row.value,
    // PostgreSQL gives large integers as texts.
    observedAt: row.observed_at === null ? null : Number(row.observed_at),
    error: row.error,
  }));
}
