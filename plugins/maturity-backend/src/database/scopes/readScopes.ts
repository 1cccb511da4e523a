import type { Db } from '../dialect';
import type { ScopeRecord, ScopeWithMembers } from '../records';
import { scopeMembers } from './scopeMembers';

interface ScopeRow {
  entity_ref: string;
  kind: string;
  title: string;
  parent_ref: string | null;
}

function toScopeRecord(row: ScopeRow): ScopeRecord {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    title: row.title,
    parentRef: row.parent_ref,
  };
}

/** Scopes of some kinds, without their components, in order of reference. */
export async function readScopesOfKinds(
  db: Db,
  kinds: readonly string[],
): Promise<ScopeRecord[]> {
  const rows = await db<ScopeRow>('maturity_scopes')
    .select('*')
    .whereIn('kind', kinds)
    .orderBy('entity_ref');
  return rows.map(toScopeRecord);
}

/** The scope itself, if there is one, and those whose parent it is, in order of reference. */
export async function readScopeWithChildren(
  db: Db,
  entityRef: string,
): Promise<ScopeRecord[]> {
  const rows = await db<ScopeRow>('maturity_scopes')
    .select('*')
    .where('entity_ref', entityRef)
    .orWhere('parent_ref', entityRef)
    .orderBy('entity_ref');
  return rows.map(toScopeRecord);
}

/** The scopes of every set of placements. */
export async function readScopeSets(db: Db): Promise<Map<string, string[]>> {
  const rows = await db<{ scope_set: string; scope_ref: string }>(
    'maturity_scope_sets',
  ).select('scope_set', 'scope_ref');
  const sets = new Map<string, string[]>();
  for (const { scope_set, scope_ref } of rows) {
    const list = sets.get(scope_set);
    if (list) list.push(scope_ref);
    else sets.set(scope_set, [scope_ref]);
  }
  return sets;
}

/** Every scope with the references of its components, in order of reference. */
export async function readScopes(db: Db): Promise<ScopeWithMembers[]> {
  const rows = await db<ScopeRow>('maturity_scopes')
    .select('*')
    .orderBy('entity_ref');
  const refs = rows.map(row => row.entity_ref);
  const memberRows: { scope_ref: string; entity_ref: string }[] =
    await scopeMembers(db, refs).orderBy(['scope_ref', 'entity_ref']);
  const members = new Map<string, string[]>();
  for (const { scope_ref, entity_ref } of memberRows) {
    const list = members.get(scope_ref);
    if (list) list.push(entity_ref);
    else members.set(scope_ref, [entity_ref]);
  }
  return rows.map(row => ({
    ...toScopeRecord(row),
    members: members.get(row.entity_ref) ?? [],
  }));
}
