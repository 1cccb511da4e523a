import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { insertRows } from '../insertRows';
import type { ScopeWithMembers } from '../records';
import { assertNewestSweep } from '../sweeps/assertNewestSweep';
import { placementsOf } from './placements';
import {
  findPlacementChanges,
  writePlacementChanges,
} from './replacePlacements';

interface StoredScope {
  entity_ref: string;
  title: string;
  parent_ref: string | null;
  members_hash: string;
}

function hashOf({ members }: ScopeWithMembers): string {
  return hash('sha1', members.join('\n'), 'base64url');
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
  const rows: StoredScope[] = await db('maturity_scopes').select(
    'entity_ref',
    'title',
    'parent_ref',
    'members_hash',
  );
  const stored = new Map(rows.map(row => [row.entity_ref, row]));
  const changed = scopes.filter(scope => {
    const before = stored.get(scope.entityRef);
    return !(
      before?.title === scope.title &&
      before.parent_ref === scope.parentRef &&
      before.members_hash === hashOf(scope)
    );
  });
  const kept = new Set(scopes.map(scope => scope.entityRef));
  const gone = [...stored.keys()].filter(ref => !kept.has(ref));
  if (!changed.length && !gone.length) return 0;

  const moved = await findPlacementChanges(db, placementsOf(scopes));
  const values = [...gone, ...changed.map(scope => scope.entityRef)];
  await db.transaction(async tx => {
    await assertNewestSweep(tx, sweep);
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
        members_hash: 'text',
      },
      rows: changed.map(scope => [
        scope.entityRef,
        scope.kind,
        scope.title,
        scope.parentRef,
        hashOf(scope),
      ]),
    });
    await writePlacementChanges(tx, moved);
  });
  return values.length;
}
