import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { checkRouteRef } from '../routes';

/**
 * The address of a check's page; undefined in an app that shows our tab or card and has not mounted
 * our page.
 */
export function useOptionalCheckHref(): ((id: string) => string) | undefined {
  const path = useMountedCheckRoute();
  const href = useCallback((id: string) => path?.({ id }) ?? '', [path]);
  return path && href;
}

/** An unmounted route throws, and does so after all hooks are called, so their order stays the same. */
function useMountedCheckRoute() {
  try {
    return useRouteRef(checkRouteRef);
  } catch {
    return undefined;
  }
}
