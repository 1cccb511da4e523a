import type {
  CheckDetail,
  Definitions,
  RollUpItem,
  ScorecardPage,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../api';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';

/** The checks in force with where each is open. */
export interface ChecksData {
  definitions: Definitions;
  organization: RollUpItem | undefined;
}

const checksMemory = new Memory<ChecksData>();

/** Reads the list of checks. */
export function useChecks() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ChecksData> => {
      const [definitions, rollUps] = await Promise.all([
        api.getDefinitions({ signal }),
        api.listRollUps({ by: 'organization' }, { signal }),
      ]);
      return { definitions, organization: rollUps.items.at(0) };
    },
    [api],
  );
  return useLoad(load, { memory: checksMemory, client: api, key: 'checks' });
}

/** One check with its counts and the first services that fail it. */
export interface CheckData {
  detail: CheckDetail;
  definitions: Definitions;
  failing: ScorecardPage;
}

/** Services shown before the way to all of them. */
const SHOWN = 10;

const checkMemory = new Memory<CheckData>();

/** Reads one check. */
export function useCheck(id: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<CheckData> => {
      const check = api.getCheck(id, { signal });
      const rest = Promise.all([
        api.getDefinitions({ signal }),
        api.listScorecards(
          { check: id, status: ['fail'], sort: 'tier', limit: SHOWN },
          { signal },
        ),
      ]);
      // The list refuses a check that does not exist, often first; only the check itself says so.
      const [known] = await Promise.allSettled([check, rest]);
      if (known.status === 'rejected') throw known.reason;
      const detail = known.value;
      const [definitions, failing] = await rest;
      return { detail, definitions, failing };
    },
    [api, id],
  );
  return useLoad(load, { memory: checkMemory, client: api, key: id });
}
