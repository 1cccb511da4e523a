import type { Db } from '../dialect';
import {
  HEAD_COLUMNS,
  type RepositoryHead,
  type RepositoryRow,
  toHead,
} from './RepositoryRecord';

/** The trees whose next look is due, those that wait longest first: local ones, or those of hosts. */
export async function readDueRepositories(
  db: Db,
  options: {
    local: boolean;
    /** Hosts that are left alone. */
    except: readonly string[];
    /** Epoch milliseconds. */
    now: number;
    limit: number;
  },
): Promise<RepositoryHead[]> {
  const { local, except, now, limit } = options;
  const rows: RepositoryRow[] = await db<RepositoryRow>('maturity_repositories')
    .select<RepositoryRow[]>(...HEAD_COLUMNS)
    .where('due_at', '<=', now)
    .andWhere('host', local ? '=' : '<>', '')
    .whereNotIn('host', except)
    .orderBy(['due_at', 'entity_ref'])
    .limit(limit);
  return rows.map(toHead);
}
