import type { Db } from '../dialect';
import {
  HEAD_COLUMNS,
  type RepositoryHead,
  type RepositoryRow,
  toHead,
} from './RepositoryRecord';

/**
 * The trees whose next look is due, those that wait longest first: local ones, or those of hosts. Each with
 * all entities whose files it holds, because what is seen in it is seen for all of them.
 */
export async function readDueRepositories(
  db: Db,
  options: {
    local: boolean;
    /** Hosts that are left alone. */
    except: readonly string[];
    /** Epoch milliseconds. */
    now: number;
    /** Trees, not entities: thousands may share one. */
    limit: number;
  },
): Promise<RepositoryHead[]> {
  const { local, except, now, limit } = options;
  const due = db<RepositoryRow>('maturity_repositories')
    .select('source')
    .where('due_at', '<=', now)
    .andWhere('host', local ? '=' : '<>', '')
    .whereNotIn('host', except)
    .groupBy('source')
    .orderByRaw('min(due_at), source')
    .limit(limit);
  const rows: RepositoryRow[] = await db<RepositoryRow>('maturity_repositories')
    .select<RepositoryRow[]>(...HEAD_COLUMNS)
    .whereIn('source', due)
    .orderBy(['due_at', 'entity_ref']);
  return rows.map(toHead);
}
