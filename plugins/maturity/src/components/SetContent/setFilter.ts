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

/**
 * The filter of the services page that gives exactly the members of a set. That of a domain names the
 * domain rather than its systems: the reader may not see all of those, and there may be many.
 */
export function setFilter(entityRef: string): ServicesQuery {
  const kind = setKindOf(parseEntityRef(entityRef).kind);
  switch (kind) {
    case 'group':
      return { owner: [entityRef], ownerScope: 'tree' };
    case 'system':
    case 'domain':
      return { system: [entityRef] };
    case undefined:
      return {};
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** What the sets directly below a set are. */
export function childKindOf(kind: SetKind): 'group' | 'system' {
  return kind === 'group' ? 'group' : 'system';
}
