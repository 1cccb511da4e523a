import type {
  Definitions,
  RollUpDetail,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import { maturityApiRef } from '../../api';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';

/** A set with one page of its members, and the definitions that explain it. */
export interface SetData {
  detail: RollUpDetail;
  definitions: Definitions;
}

const PAGE_SIZE = 20;

const memory = new Memory<SetData>();

/** Reads the roll-up of a group, system or domain; the rest stays while its members are paged. */
export function useSet(entityRef: string) {
  const api = useApi(maturityApiRef);
  const [turned, setTurned] = useState<{ entityRef: string; cursor: string }>();
  // The pages of another set are others.
  const cursor = turned?.entityRef === entityRef ? turned.cursor : undefined;
  const turn = useCallback(
    (to: string) => setTurned({ entityRef, cursor: to }),
    [entityRef],
  );
  const load = useCallback(
    async (signal: AbortSignal): Promise<SetData> => {
      const [detail, definitions] = await Promise.all([
        api.getRollUp(
          entityRef,
          { limit: PAGE_SIZE, ...(cursor && { cursor }) },
          { signal },
        ),
        api.getDefinitions({ signal }),
      ]);
      return { detail, definitions };
    },
    [api, entityRef, cursor],
  );
  return {
    ...useLoad(load, { memory, client: api, key: entityRef, part: cursor }),
    turn,
  };
}
