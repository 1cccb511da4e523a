import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { Memory } from '../../../hooks/Memory';
import { useLoad } from '../../../hooks/useLoad';
import type { Trend } from '../../trend';
import { checkTrend } from './checkTrend';

/** A quarter: long enough to see a practice spread. */
const DAYS = 90;

const memory = new Memory<Trend>();

/** Reads how a check went over the last quarter. */
export function useTrend(check: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { days: DAYS, check: [check] };
      const { items } = await api.listSnapshots(query, { signal });
      return checkTrend(items, check);
    },
    [api, check],
  );
  return useLoad(load, { memory, client: api, key: check });
}
