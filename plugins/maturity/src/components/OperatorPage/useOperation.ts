import type {
  Definitions,
  RollUpItem,
  Sweep,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { maturityApiRef } from '../../api';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';

/** What the people who run the plugin want to know. */
export interface OperationData {
  definitions: Definitions;
  organization: RollUpItem | undefined;
  /** Newest first. */
  sweeps: readonly Sweep[];
}

const POLL = 10_000;
const RECENT = 20;

const memory = new Memory<OperationData>();

/** Reads sweeps, configuration and coverage, and keeps them current. */
export function useOperation() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<OperationData> => {
      const [definitions, rollUps, sweeps] = await Promise.all([
        api.getDefinitions({ signal }),
        api.listRollUps({ by: 'organization' }, { signal }),
        api.listSweeps({ limit: RECENT }, { signal }),
      ]);
      return {
        definitions,
        organization: rollUps.items.at(0),
        sweeps: sweeps.items,
      };
    },
    [api],
  );
  const operation = useLoad(load, { memory, client: api, key: 'operation' });
  useInterval(operation.reload, operation.busy ? null : POLL);
  return operation;
}
