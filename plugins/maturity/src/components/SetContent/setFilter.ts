import type { RollUpDetail } from '@backstage-maturity/plugin-maturity-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ServicesQuery } from '../../filters';

/** Kinds that are sets of components. */
export const SET_KINDS = ['group', 'system', 'domain'] as const;

/** A kind of set. */
export type SetKind = (typeof SET_KINDS)[number];

/** The kind of a set; undefined for anything that is none. */
export function setKindOf(kind: string): SetKind | undefined {
  const lower = kind.toLocaleLowerCase('en-US');
  return SET_KINDS.find(name => name === lower);
}

/** The filter of the services page that gives exactly the members of a set. */
export function setFilter(
  entityRef: string,
  children: RollUpDetail['children'],
): ServicesQuery {
  const kind = setKindOf(parseEntityRef(entityRef).kind);
  switch (kind) {
    case 'group':
      return { owner: [entityRef], ownerScope: 'tree' };
    case 'system':
      return { system: [entityRef] };
    case 'domain':
      return {
        system: children.flatMap(child => child.entityRef ?? []),
      };
    case undefined:
      return {};
    default: {
      const never: never = kind;
      return never;
    }
  }
}
