import { hash } from 'node:crypto';
import type { ScopeWithMembers } from '../records';

/**
 * Scopes of one family never hold those of another, and roll-ups list one family at a time. Each is a
 * column of the placements.
 */
export const FAMILIES = ['owners', 'systems', 'domains'] as const;

/** A column of the placements. */
export type Family = (typeof FAMILIES)[number];

const BY_KIND: ReadonlyMap<string, Family> = new Map([
  ['group', 'owners'],
  ['user', 'owners'],
  ['system', 'systems'],
  ['domain', 'domains'],
]);

/** The family of a kind of scope in lower case; undefined for what is no scope. */
export function familyOf(kind: string): Family | undefined {
  return BY_KIND.get(kind);
}

/** The sets of owners, systems and domains that hold a component; null for none. */
export type Placement = readonly [
  owners: string | null,
  systems: string | null,
  domains: string | null,
];

/** Where all components are, and which scopes each set consists of. */
export interface Placements {
  byEntity: ReadonlyMap<string, Placement>;
  sets: ReadonlyMap<string, readonly string[]>;
}

/** References of the scopes of one family that hold a component. */
type List = readonly string[];

const NOWHERE: List = [];

/**
 * Puts components that are in exactly the same scopes of a family into one set. There are about as many
 * sets as scopes, so a roll-up sums thousands of components once by set, and then the sets by scope.
 */
export function placementsOf(scopes: readonly ScopeWithMembers[]): Placements {
  const found = new Map<string, [List, List, List]>();
  for (const { kind, entityRef, members } of scopes) {
    const family = familyOf(kind);
    if (family === undefined) continue;
    const column = FAMILIES.indexOf(family);
    // Components that share a list share the longer one too, so each list is made and named once.
    const longer = new Map<List, List>();
    for (const member of members) {
      let lists = found.get(member);
      if (!lists) found.set(member, (lists = [NOWHERE, NOWHERE, NOWHERE]));
      const list = lists[column];
      let next = longer.get(list);
      if (!next) longer.set(list, (next = [...list, entityRef]));
      lists[column] = next;
    }
  }
  const ids = new Map<List, string | null>([[NOWHERE, null]]);
  const sets = new Map<string, List>();
  const idOf = (list: List): string | null => {
    const known = ids.get(list);
    if (known !== undefined) return known;
    const refs = [...list].sort();
    const id = hash('sha1', refs.join('\n'), 'base64url');
    ids.set(list, id);
    sets.set(id, refs);
    return id;
  };
  const byEntity = new Map<string, Placement>();
  for (const [ref, [owners, systems, domains]] of found) {
    byEntity.set(ref, [idOf(owners), idOf(systems), idOf(domains)]);
  }
  return { byEntity, sets };
}
