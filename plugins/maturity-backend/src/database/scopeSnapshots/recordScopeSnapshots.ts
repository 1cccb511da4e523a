import { type Db, isPostgres } from '../dialect';
import { FAMILIES } from '../scopes/placements';

/** Kinds whose trend is kept. That of a person would be a record of that person. */
const KINDS = "('group', 'system', 'domain')";

// Components that are in exactly the same scopes of a family form a set. They are counted by set, and only
// the sums, of which there are about as many as scopes, are handed on to every scope.
function bySet(source: string): string {
  return FAMILIES.map(
    family =>
      `select ${family} as scope_set, key, count(*) as n
      from ${source} where ${family} is not null group by ${family}, key`,
  ).join(' union all ');
}

/**
 * Scopes with the text of their counts: `stage::<stage>` and `level:<track>:<level>`, the latter `none`
 * where the track does not apply.
 */
function countsSql(db: Db): string {
  // Bytes are sorted much faster than words of a language.
  const bytewise = isPostgres(db) ? 'collate "C"' : '';
  // Equal counts must be equal texts: PostgreSQL orders the keys of jsonb, SQLite has to be told.
  const json = isPostgres(db)
    ? 'jsonb_object_agg(key, n)::text'
    : 'json_group_object(key, n order by key)';
  return `
    facts as (
      select p.owners, p.systems, p.domains, (
        'level:' || t.track || ':' || coalesce(cast(t.level as text), 'none')
      ) ${bytewise} as key
      from maturity_track_scores t
      join maturity_placements p on p.entity_ref = t.entity_ref
      union all
      select p.owners, p.systems, p.domains,
        ('stage::' || coalesce(s.stage, 'leaving')) ${bytewise}
      from maturity_scorecards s
      join maturity_placements p on p.entity_ref = s.entity_ref
    ),
    by_set as (${bySet('facts')}),
    by_scope as (
      select m.scope_ref, b.key, cast(sum(b.n) as integer) as n
      from by_set b
      join maturity_scope_sets m on m.scope_set = b.scope_set
      group by m.scope_ref, b.key
    ),
    counts as (
      select scope_ref, ${json} as counts from by_scope group by scope_ref
    )`;
}

/**
 * Counts every group, system and domain as it is stored now, and keeps for the UTC day those whose counts
 * or components are others than in their last snapshot. One statement, whatever the number of scopes.
 */
export async function recordScopeSnapshots(
  db: Db,
  { day }: { day: string },
): Promise<void> {
  // A scope without components has a snapshot only after one with some.
  await db.raw(
    `insert into maturity_scope_snapshots (scope_ref, day, members_hash, counts)
    with ${countsSql(db)},
    states as (
      select s.entity_ref as scope_ref, s.members_hash,
        coalesce(c.counts, '{}') as counts,
        (
          select l.members_hash || l.counts from maturity_scope_snapshots l
          where l.scope_ref = s.entity_ref and l.day <= ?
          order by l.day desc limit 1
        ) as last
      from maturity_scopes s
      left join counts c on c.scope_ref = s.entity_ref
      where s.kind in ${KINDS}
    )
    select scope_ref, ?, members_hash, counts from states
    where case when last is null then counts <> '{}'
      else last <> members_hash || counts end
    on conflict (scope_ref, day) do update
      set members_hash = excluded.members_hash, counts = excluded.counts`,
    [day, day],
  );
}
