import { z } from 'zod';
import { type Db, whereAmong } from '../dialect';

const questionsSchema = z.array(z.string());

/** What the last evaluation of each given entity asked of the graph. */
export async function readQuestions(
  db: Db,
  entityRefs: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const query = db<{ entity_ref: string; questions: string }>(
    'maturity_inputs',
  ).select('entity_ref', 'questions');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  const rows = await query;
  return new Map(
    rows.map(row => [
      row.entity_ref,
      questionsSchema.parse(JSON.parse(row.questions)),
    ]),
  );
}
