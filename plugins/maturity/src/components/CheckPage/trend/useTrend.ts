import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { useLoad } from '../../../hooks/useLoad';
import { trendOf } from './trendOf';

/** A quarter: long enough to see a practice spread. */
const DAYS = 90;

/** Reads how a check went over the last quarter. */
export function useTrend(check: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { days: DAYS, check: [check] };
      const { items } = await api.listSnapshots(query, { signal });
      return { check, trend: trendOf(items, check) };
    },
    [api, check],
  );
  return useLoad(load);
}
