import { type Db, whereAmong } from '../dialect';
import type { StoredHead } from './InputRecord';

interface HeadRow {
  entity_ref: string;
  content_hash: string;
  input_hash: string | null;
  next_change: number | string | null;
  evaluated_at: number | string | null;
}

/** The newest evaluation of every stored scorecard, or of some, in order of reference. */
export async function readHeads(
  db: Db,
  entityRefs?: readonly string[],
): Promise<Map<string, StoredHead>> {
  const query = db('maturity_scorecards as card')
    .leftJoin('maturity_inputs as input', 'input.entity_ref', 'card.entity_ref')
    .select(
      'card.entity_ref',
      'card.content_hash',
      'input.input_hash',
      'input.next_change',
      'input.evaluated_at',
    )
    .orderBy('card.entity_ref');
  if (entityRefs) {
    const column = 'card.entity_ref';
    whereAmong(query, { db, column, values: entityRefs });
  }
  const rows: HeadRow[] = await query;
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        contentHash: row.content_hash,
        input:
          row.input_hash === null
            ? undefined
            : {
                hash: row.input_hash,
                nextChange:
                  row.next_change === null ? Infinity : Number(row.next_change),
                evaluatedAt: Number(row.evaluated_at),
              },
      },
    ]),
  );
}
