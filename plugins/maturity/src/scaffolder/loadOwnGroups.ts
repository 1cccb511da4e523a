import {
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { fullRef } from '../catalog/fullRef';
import { NAMING_FIELDS, namedOf, type NamedEntity } from '../catalog/namedOf';

/** The groups of a user, and the one that a form has already. */
export interface OwnGroups {
  /** The most specific one first. */
  own: readonly NamedEntity[];
  /** Undefined when the form has none, or one that the catalog does not have. */
  given?: NamedEntity;
}

const FIELDS = [...NAMING_FIELDS, 'relations'];

function isGroup(entityRef: string): boolean {
  return parseEntityRef(entityRef).kind === 'group';
}

/** Of how many other ones a group is a part, at any depth. */
function depthOf(group: Entity, all: ReadonlyMap<string, Entity>): number {
  const above = new Set<string>();
  const open = [group];
  for (const { relations = [] } of open) {
    for (const { type, targetRef } of relations) {
      const parent = all.get(targetRef);
      if (type !== RELATION_CHILD_OF || !parent || above.has(targetRef)) {
        continue;
      }
      above.add(targetRef);
      open.push(parent);
    }
  }
  return above.size;
}

/** Groups that have the user as a member come before those that only hold such a group. */
function byCloseness(
  direct: readonly Entity[],
  claimed: readonly Entity[],
): Entity[] {
  const all = new Map(
    [...direct, ...claimed].map(group => [stringifyEntityRef(group), group]),
  );
  const near = new Set(direct.map(group => stringifyEntityRef(group)));
  return [...all]
    .map(([entityRef, group]) => ({
      group,
      far: near.has(entityRef) ? 0 : 1,
      depth: depthOf(group, all),
    }))
    .sort((a, b) => a.far - b.far || b.depth - a.depth)
    .map(({ group }) => group);
}

/** Reads the groups of whoever is signed in: those of the token, and those that have the user as a member. */
export async function loadOwnGroups(options: {
  catalog: CatalogApi;
  identity: IdentityApi | undefined;
  /** Full reference in the form; empty for none. */
  given: string;
}): Promise<OwnGroups> {
  const { catalog, identity, given } = options;
  // Whoever is not known can choose a group nevertheless.
  const user = await identity?.getBackstageIdentity().catch(() => undefined);
  const claims = (user?.ownershipEntityRefs ?? [])
    .flatMap(text => fullRef(text) ?? [])
    .filter(isGroup);
  const entityRefs = given === '' ? claims : [...claims, given];
  const [claimed, direct] = await Promise.all([
    entityRefs.length > 0
      ? catalog.getEntitiesByRefs({ entityRefs, fields: FIELDS })
      : { items: [] },
    user
      ? catalog.getEntities({
          filter: { kind: 'Group', 'relations.hasMember': user.userEntityRef },
          fields: FIELDS,
        })
      : { items: [] },
  ]);
  const found = claimed.items.slice(0, claims.length);
  const chosen = given === '' ? undefined : claimed.items.at(-1);
  return {
    own: byCloseness(
      direct.items,
      found.flatMap(group => group ?? []),
    ).map(namedOf),
    ...(chosen && { given: namedOf(chosen) }),
  };
}
