import { among, type Db } from '../dialect';
import { scopeMembers } from '../scopes/scopeMembers';
import type { Visible } from '../scorecards/query';

/** Who belongs to a scope at present. */
export interface Membership {
  /** Hash of the references of its components. */
  hash: string;
  /** Whether a component of it is not visible. */
  hidesSome: boolean;
}

/** The components of a group, system or domain; undefined where there is none. */
export async function readMembership(
  db: Db,
  { scopeRef, visible }: { scopeRef: string; visible: Visible },
): Promise<Membership | undefined> {
  const scope = await db<{ entity_ref: string; members_hash: string }>(
    'maturity_scopes',
  )
    .where('entity_ref', scopeRef)
    .first('members_hash');
  if (!scope) return undefined;
  const { members_hash: hash } = scope;
  if (!visible) return { hash, hidesSome: false };
  const seen = among({ db, column: 'entity_ref', values: visible });
  const hidden = await db
    .from(scopeMembers(db, [scopeRef]).as('m'))
    .whereRaw(`not (${seen.sql})`, seen.bindings)
    .first('entity_ref');
  return { hash, hidesSome: hidden !== undefined };
}
