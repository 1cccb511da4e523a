import type { Db } from '../dialect';

/**
 * Ends the trend of scopes that are gone, and forgets what was before a day. The last snapshot before it is
 * kept, because it still holds on that day, unless it says that there was nothing.
 */
export async function pruneScopeSnapshots(
  db: Db,
  options: { day: string; oldest: string },
): Promise<void> {
  const { day, oldest } = options;
  await db.raw(
    `insert into maturity_scope_snapshots (scope_ref, day, members_hash, counts)
    select l.scope_ref, ?, '', '{}'
    from maturity_scope_snapshots l
    join (
      select scope_ref, max(day) as day from maturity_scope_snapshots
      group by scope_ref
    ) newest on newest.scope_ref = l.scope_ref and newest.day = l.day
    where l.counts <> '{}' and l.day <= ? and not exists (
      select 1 from maturity_scopes s where s.entity_ref = l.scope_ref
    )
    on conflict (scope_ref, day) do update set members_hash = '', counts = '{}'`,
    [day, day],
  );
  await db('maturity_scope_snapshots as old')
    .where('old.day', '<', oldest)
    .where(either =>
      either
        .where('old.counts', '{}')
        .orWhereExists(
          db('maturity_scope_snapshots as newer')
            .select(db.raw('1'))
            .whereRaw('newer.scope_ref = old.scope_ref')
            .whereRaw('newer.day > old.day')
            .where('newer.day', '<=', oldest),
        ),
    )
    .delete();
}
