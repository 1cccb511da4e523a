import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import type { ScopeWithMembers } from '../records';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import { readScopes } from './readScopes';

function sameScope(one: ScopeWithMembers, other: ScopeWithMembers): boolean {
  return (
    one.title === other.title &&
    one.parentRef === other.parentRef &&
    one.members.length === other.members.length &&
    one.members.every((member, index) => member === other.members[index])
  );
}

/**
 * Makes the stored scopes equal to the given ones and writes only those that differ. Members must be in
 * order of reference. Returns the number of scopes written or removed.
 */
export async function replaceScopes(
  db: Knex,
  scopes: readonly ScopeWithMembers[],
  sweep?: number,
): Promise<number> {
  const stored = new Map(
    (await readScopes(db)).map(scope => [scope.entityRef, scope]),
  );
  const changed = scopes.filter(scope => {
    const before = stored.get(scope.entityRef);
    return !before || !sameScope(before, scope);
  });
  const kept = new Set(scopes.map(scope => scope.entityRef));
  const gone = [...stored.keys()].filter(ref => !kept.has(ref));
  if (!changed.length && !gone.length) return 0;

  const values = [...gone, ...changed.map(scope => scope.entityRef)];
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
    const members = tx('maturity_scope_members').delete();
    whereAmong(members, { db: tx, column: 'scope_ref', values });
    await members;
    const old = tx('maturity_scopes').delete();
    whereAmong(old, { db: tx, column: 'entity_ref', values });
    await old;
    await insertRows(tx, {
      table: 'maturity_scopes',
      columns: {
        entity_ref: 'text',
        kind: 'text',
        title: 'text',
        parent_ref: 'text',
      },
      rows: changed.map(scope => [
        scope.entityRef,
        scope.kind,
        scope.title,
        scope.parentRef,
      ]),
    });
    await insertRows(tx, {
      table: 'maturity_scope_members',
      columns: { scope_ref: 'text', entity_ref: 'text' },
      rows: changed.flatMap(scope =>
        scope.members.map(member => [scope.entityRef, member]),
      ),
    });
  });
  return values.length;
}
