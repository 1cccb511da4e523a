import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  knownQuery,
  parseServicesQuery,
  type ServicesQuery,
  servicesSearch,
} from '../../filters';

/** The page's state, which lives in the address alone. */
export interface ServicesState {
  query: ServicesQuery;
  /** Changes filters or order and goes back to the first page. */
  change(patch: ServicesQuery, how?: { replace: boolean }): void;
  /** Goes to another page of the same list. */
  turn(cursor: string): void;
  clear(): void;
}

/** Before the definitions are there, tracks and checks are taken as the address has them. */
export function useServicesState(
  definitions: Definitions | undefined,
): ServicesState {
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const query = useMemo(() => {
    const read = parseServicesQuery(new URLSearchParams(search));
    return definitions ? knownQuery(read, definitions) : read;
  }, [search, definitions]);
  const change = useCallback(
    (patch: ServicesQuery, how = { replace: false }) =>
      setParams(servicesSearch({ ...query, ...patch, cursor: undefined }), how),
    [query, setParams],
  );
  const turn = useCallback(
    (cursor: string) => setParams(servicesSearch({ ...query, cursor })),
    [query, setParams],
  );
  const clear = useCallback(
    () => setParams(servicesSearch({ sort: query.sort })),
    [query.sort, setParams],
  );
  return { query, change, turn, clear };
}
