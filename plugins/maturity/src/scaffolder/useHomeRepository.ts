import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { homeOf } from '../catalog/homeOf';
import { useLoad } from '../hooks/useLoad';
import { partsOf, type RepositoryParts } from './repositoryText';

/**
 * The repository that an entity of the catalog comes from; undefined where the catalog does not tell, and
 * without a reference.
 */
export function useHomeRepository(entityRef: string | undefined): {
  repository: RepositoryParts | undefined;
  busy: boolean;
} {
  const catalog = useApiHolder().get(catalogApiRef);
  const load = useCallback(async () => {
    const entity =
      entityRef === undefined
        ? undefined
        : await catalog?.getEntityByRef(entityRef);
    const home = entity && homeOf(entity);
    return home?.is === 'github' || home?.is === 'gitlab'
      ? partsOf(home.repoUrl)
      : undefined;
  }, [catalog, entityRef]);
  const { value, busy } = useLoad(load, { key: entityRef ?? '' });
  return { repository: value, busy: busy && entityRef !== undefined };
}
