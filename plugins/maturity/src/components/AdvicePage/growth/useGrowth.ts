import type { SnapshotList } from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { Memory } from '../../../hooks/Memory';
import { useLoad } from '../../../hooks/useLoad';
import { errorStatus } from '../../frame';

/** The same quarter as that of a check. */
const DAYS = 90;

const memory = new Memory<SnapshotList>();

/** Reads how the organization has grown; `refused` for who may not have it counted. */
export function useGrowth() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listSnapshots({ days: DAYS }, { signal }),
    [api],
  );
  const growth = useLoad(load, { memory, client: api, key: 'growth' });
  const { error } = growth;
  const refused = error !== undefined && errorStatus(error) === 'not-allowed';
  return { ...growth, refused };
}

/** What `useGrowth` gives. */
export type Growth = ReturnType<typeof useGrowth>;
