import type { Knex } from 'knex';
import { readDueRepositories, type RepositoryHead } from '../../database';
import { groupBy } from './groupBy';
import type { RepositoryObserver } from './RepositoryObserver';

/** Trees of one round: local ones are looked at all, those of hosts in portions that a lease outlasts. */
const MOST_LOCAL = 10_000;
const MOST_REMOTE = 100;

/**
 * Looks at all trees that are due, at most `concurrency` of one host at a time. A host that refuses is
 * not asked for the others. Gives whether verdicts may differ now.
 */
export async function observeDue(options: {
  db: Knex;
  observer: RepositoryObserver;
  local: boolean;
  concurrency: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const { db, observer, local, signal } = options;
  const { pauses } = observer;
  const now = Date.now();
  const heads = await readDueRepositories(db, {
    local,
    except: pauses.at(now),
    now,
    limit: local ? MOST_LOCAL : MOST_REMOTE,
  });
  const trees = groupBy(heads, ({ source }) => source).values();
  const queues = groupBy(trees, ([{ host }]) => host);
  let changed = false;
  const work = async (queue: RepositoryHead[][], host: string) => {
    for (let tree = queue.shift(); tree; tree = queue.shift()) {
      if (signal.aborted || pauses.has(host, Date.now())) return;
      if (await observer.look(tree, signal)) changed = true;
    }
  };
  const concurrency = local ? 1 : options.concurrency;
  const workers = [...queues].flatMap(([host, queue]) =>
    Array.from({ length: concurrency }, () => work(queue, host)),
  );
  // All of them end before the lease is given back, also when one of them fails.
  for (const ended of await Promise.allSettled(workers)) {
    if (ended.status === 'rejected') throw ended.reason;
  }
  return changed;
}
