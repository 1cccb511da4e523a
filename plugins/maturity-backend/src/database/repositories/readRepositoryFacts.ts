import { type Db, whereAmong } from '../dialect';
import type { RepositoryRow } from './RepositoryRecord';

/** What was seen, compressed, with its hash. */
export interface StoredFacts {
  hash: string;
  packed: Buffer;
}

/** What was seen in the files of some entities, by reference. */
export async function readRepositoryFacts(
  db: Db,
  entityRefs: readonly string[],
): Promise<Map<string, StoredFacts>> {
  const query = db<RepositoryRow>('maturity_repositories').select<
    RepositoryRow[]
  >('entity_ref', 'facts', 'facts_hash');
  whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  const rows: RepositoryRow[] = await query;
  const facts = new Map<string, StoredFacts>();
  for (const { entity_ref: ref, facts: packed, facts_hash: hash } of rows) {
    if (packed && hash !== null) facts.set(ref, { hash, packed });
  }
  return facts;
}
