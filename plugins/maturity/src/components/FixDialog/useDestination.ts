import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { homeOf } from '../../catalog/homeOf';
import { useLoad } from '../../hooks/useLoad';
import { lookUpLocalService } from '../../localServices/lookUpLocalService';
import type { Destination } from './templateInput';

/**
 * Where a change of an entity can go: into a local service, or to a host as a proposal. Undefined where
 * its file is elsewhere, or as long as that is not known.
 */
export function useDestination(entity: Entity): {
  destination: Destination | undefined;
  busy: boolean;
} {
  const apis = useApiHolder();
  const load = useCallback(async (): Promise<Destination | undefined> => {
    const home = homeOf(entity);
    switch (home.is) {
      case 'unknown':
        return undefined;
      case 'github':
      case 'gitlab':
        return {
          destination: home.is,
          repoUrl: home.repoUrl,
          catalogFile: home.catalogFile,
        };
      case 'file': {
        const { folder, catalogFile, location } = home;
        // The template finds the folder by the name of the entity.
        if (folder !== entity.metadata.name) return undefined;
        const service = await lookUpLocalService(apis, folder);
        return service && location === `${service.location}/${catalogFile}`
          ? { destination: 'local', catalogFile }
          : undefined;
      }
      default: {
        const unreachable: never = home;
        return unreachable;
      }
    }
  }, [apis, entity]);
  const { value, busy } = useLoad(load, { key: stringifyEntityRef(entity) });
  return { destination: value, busy };
}
