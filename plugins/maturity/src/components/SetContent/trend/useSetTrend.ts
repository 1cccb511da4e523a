import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { useLoad } from '../../../hooks/useLoad';

/** The same quarter as that of a check. */
const DAYS = 90;

/** Reads the daily counts of a group, system or domain. */
export function useSetTrend(entityRef: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { days: DAYS };
      const list = await api.listRollUpSnapshots(entityRef, query, { signal });
      return { entityRef, list };
    },
    [api, entityRef],
  );
  return useLoad(load);
}
