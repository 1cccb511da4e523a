import type {
  AdviceAnswer,
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

/** All that the overview shows. */
export interface OverviewData {
  definitions: Definitions;
  organization: RollUpItem | undefined;
  teams: readonly RollUpItem[];
  /** Nothing where the advice could not be had; the rest is shown all the same. */
  advice: AdviceAnswer | undefined;
  /** Newest first; empty where the caller may not see them. */
  sweeps: readonly Sweep[];
}

const POLL = 3_000;
const RECENT_SWEEPS = 10;

const memory = new Memory<OverviewData>();

/** Reads the overview, and looks again by itself until the first sweep is done. */
export function useOverview() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<OverviewData> => {
      const options = { signal };
      const [definitions, organization, owners, advice, sweeps] =
        await Promise.all([
          api.getDefinitions(options),
          api.listRollUps({ by: 'organization' }, options),
          api.listRollUps({ by: 'owner' }, options),
          api.getAdvice(options).catch(() => undefined),
          api
            .listSweeps({ limit: RECENT_SWEEPS }, options)
            .then(list => list.items)
            .catch(() => []),
        ]);
      const newest = organization.newestSweep;
      return {
        definitions,
        organization: organization.items[0],
        teams: owners.items,
        advice,
        sweeps: sweeps.length === 0 && newest ? [newest] : sweeps,
      };
    },
    [api],
  );
  const overview = useLoad(load, { memory, client: api, key: 'overview' });
  const pending = overview.value !== undefined && isPending(overview.value);
  useInterval(overview.reload, pending && !overview.busy ? POLL : null);
  return { ...overview, pending };
}

/** Whether there is nothing to show because no sweep has succeeded yet. */
function isPending({ organization, sweeps }: OverviewData): boolean {
  const empty = !organization || organization.rollUp.total === 0;
  return empty && !sweeps.some(sweep => sweep.status === 'succeeded');
}
