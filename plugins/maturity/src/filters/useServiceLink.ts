import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { ENTITY_CONTENT_PATH } from '../routes';

/** The address of a service's maturity tab. */
export function useServiceLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return useCallback(
    entityRef => `${entityLink(entityRef)}${ENTITY_CONTENT_PATH}`,
    [entityLink],
  );
}
