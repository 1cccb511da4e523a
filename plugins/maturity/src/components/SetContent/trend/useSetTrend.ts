import type { RollUpSnapshotList } from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { Memory } from '../../../hooks/Memory';
import { useLoad } from '../../../hooks/useLoad';

/** The same quarter as that of a check. */
const DAYS = 90;

const memory = new Memory<RollUpSnapshotList>();

/** Reads the daily counts of a group, system or domain. */
export function useSetTrend(entityRef: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listRollUpSnapshots(entityRef, { days: DAYS }, { signal }),
    [api, entityRef],
  );
  return useLoad(load, { memory, client: api, key: entityRef });
}
