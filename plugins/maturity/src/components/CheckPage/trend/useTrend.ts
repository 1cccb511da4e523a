import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { useLoad } from '../../../hooks/useLoad';
import { checkTrend } from './checkTrend';

/** A quarter: long enough to see a practice spread. */
const DAYS = 90;

/** Reads how a check went over the last quarter. */
export function useTrend(check: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { days: DAYS, check: [check] };
      const { items } = await api.listSnapshots(query, { signal });
      return { check, trend: checkTrend(items, check) };
    },
    [api, check],
  );
  return useLoad(load);
}
