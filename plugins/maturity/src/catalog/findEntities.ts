import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { NAMING_FIELDS, namedOf, type NamedEntity } from './namedOf';

/** The part of a reference that is typed that the catalog can search for: its name. */
export function termOf(text: string): string {
  return text.slice(text.search(/[^:/]*$/)).trim();
}

/** Entities whose name or title has a term; without a term, the first ones by name. */
export async function findEntities(
  catalog: CatalogApi,
  options: { kinds: readonly string[]; term: string; limit: number },
): Promise<NamedEntity[]> {
  const { kinds, term, limit } = options;
  const { items } = await catalog.queryEntities({
    filter: { kind: [...kinds] },
    fields: [...NAMING_FIELDS],
    orderFields: { field: 'metadata.name', order: 'asc' },
    limit,
    ...(term !== '' && {
      fullTextFilter: {
        term,
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
    }),
  });
  return items.map(namedOf);
}
