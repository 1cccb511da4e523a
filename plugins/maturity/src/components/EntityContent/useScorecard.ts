import type {
  Definitions,
  ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { maturityApiRef } from '../../api';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';
import { errorStatus } from '../frame';

/** A scorecard with the definitions that explain it. */
export interface ScorecardData {
  detail: ScorecardDetail;
  definitions: Definitions;
}

/** Milliseconds between two looks: for a first scorecard, and for what sweeps have changed meanwhile. */
const POLL = { first: 5_000, newer: 10_000 };

const memory = new Memory<ScorecardData>();

/** Reads the scorecard of an entity, and looks again by itself; sooner while there is none yet. */
export function useScorecard(entityRef: string) {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ScorecardData> => {
      const [detail, definitions] = await Promise.all([
        api.getScorecard(entityRef, { signal }),
        api.getDefinitions({ signal }),
      ]);
      return { detail, definitions };
    },
    [api, entityRef],
  );
  const scorecard = useLoad(load, { memory, client: api, key: entityRef });
  const notScored =
    scorecard.error !== undefined &&
    errorStatus(scorecard.error) === 'not-found';
  const isSettled = !scorecard.busy && (notScored || !scorecard.error);
  useInterval(
    scorecard.reload,
    isSettled ? POLL[notScored ? 'first' : 'newer'] : null,
  );
  return { ...scorecard, notScored };
}
