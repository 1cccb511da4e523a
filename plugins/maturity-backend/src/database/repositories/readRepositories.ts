import { type Db, whereAmong } from '../dialect';
import {
  HEAD_COLUMNS,
  type RepositoryHead,
  type RepositoryRow,
  toHead,
} from './RepositoryRecord';

/** The heads of all entities with files, or of some. */
export async function readRepositories(
  db: Db,
  entityRefs?: readonly string[],
): Promise<RepositoryHead[]> {
  const query = db<RepositoryRow>('maturity_repositories').select<
    RepositoryRow[]
  >(...HEAD_COLUMNS);
  if (entityRefs) {
    whereAmong(query, { db, column: 'entity_ref', values: entityRefs });
  }
  const rows: RepositoryRow[] = await query;
  return rows.map(toHead);
}
