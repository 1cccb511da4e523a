import type { Db } from '../dialect';
import { decodeChanges } from './encodeChanges';
import type { HistoryRecord } from './HistoryRecord';

interface HistoryRow {
  id: number;
  entity_ref: string;
  changed_at: number | string;
  definition_version: string;
  new_definitions: boolean | number;
  changes: string;
}

/** Changes of one entity, newest first, those older than a given one when `before` is given. */
export async function listHistory(
  db: Db,
  query: { entityRef: string; before?: number; limit: number },
): Promise<HistoryRecord[]> {
  const select = db<HistoryRow>('maturity_history')
    .where('entity_ref', query.entityRef)
    .orderBy('id', 'desc')
    .limit(query.limit);
  if (query.before !== undefined) select.where('id', '<', query.before);
  const rows: HistoryRow[] = await select;
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    changedAt: Number(row.changed_at),
    definitionVersion: row.definition_version,
    newDefinitions: Boolean(row.new_definitions),
    changes: decodeChanges(row.changes),
  }));
}
