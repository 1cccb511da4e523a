import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { servicesRouteRef } from '../routes';
import { type ServicesQuery, servicesSearch } from './servicesQuery';

/** Addresses of the filtered list of services; `search` is a ready query such as an advice's. */
export function useServicesHref(): (
  filter: ServicesQuery | { search: string },
) => string {
  const path = useRouteRef(servicesRouteRef);
  return useCallback(
    filter => {
      const search =
        'search' in filter ? filter.search : servicesSearch(filter);
      return search ? `${path()}?${search}` : path();
    },
    [path],
  );
}
