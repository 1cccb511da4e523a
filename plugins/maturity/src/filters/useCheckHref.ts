import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { checkRouteRef } from '../routes';

/** The address of a check's page. */
export function useCheckHref(): (id: string) => string {
  const path = useRouteRef(checkRouteRef);
  return useCallback(id => path({ id }), [path]);
}
