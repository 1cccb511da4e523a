import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { fullRef } from '../../../catalog/fullRef';
import { useLoad } from '../../../hooks/useLoad';
import { wordsOf } from './words';

/**
 * Which references of a value the catalog does not have. None while it is not known, so that nobody
 * is warned of what is there.
 */
export function useMissing(options: {
  value: string;
  kinds: readonly string[];
}): readonly string[] {
  const { value, kinds } = options;
  const catalog = useApiHolder().get(catalogApiRef);
  const kind = kinds.length === 1 ? kinds[0] : undefined;
  const load = useCallback(async () => {
    const asked = wordsOf(value).flatMap(word => {
      const entityRef = fullRef(word, kind);
      return entityRef ? [{ word, entityRef }] : [];
    });
    if (!catalog || asked.length === 0) return [];
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: asked.map(({ entityRef }) => entityRef),
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
    });
    const missing = asked.filter((_, index) => !items.at(index));
    return missing.map(({ word }) => word);
  }, [catalog, value, kind]);
  return useLoad(load, { key: `${kind ?? ''} ${value}` }).value ?? [];
}
