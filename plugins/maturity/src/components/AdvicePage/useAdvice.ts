import type {
  AdviceAnswer,
  Definitions,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { maturityApiRef } from '../../api';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';
import { errorStatus } from '../frame';

/** The advice with the definitions that name its tracks and checks. */
export interface AdviceData {
  answer: AdviceAnswer;
  definitions: Definitions;
}

const POLL = 5_000;

const memory = new Memory<AdviceData>();

/** Reads the advice; while there is none yet, looks again by itself. */
export function useAdvice() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<AdviceData> => {
      const [answer, definitions] = await Promise.all([
        api.getAdvice({ signal }),
        api.getDefinitions({ signal }),
      ]);
      return { answer, definitions };
    },
    [api],
  );
  const advice = useLoad(load, { memory, client: api, key: 'advice' });
  const missing =
    advice.error !== undefined && errorStatus(advice.error) === 'not-found';
  useInterval(advice.reload, missing && !advice.busy ? POLL : null);
  return { ...advice, missing };
}
