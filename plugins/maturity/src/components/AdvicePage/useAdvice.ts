import {
  type AdviceAnswer,
  type Definitions,
  isRuntimeType,
  type RollUpItem,
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
  /** Types of what runs; undefined where every type does. */
  types: readonly string[] | undefined;
}

const POLL = 5_000;

const memory = new Memory<AdviceData>();

/** Reads the advice; while there is none yet, looks again by itself. */
export function useAdvice() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<AdviceData> => {
      const [answer, definitions, types] = await Promise.all([
        api.getAdvice({ signal }),
        api.getDefinitions({ signal }),
        api.listRollUps({ by: 'type' }, { signal }),
      ]);
      return { answer, definitions, types: runningTypes(types.items) };
    },
    [api],
  );
  const advice = useLoad(load, { memory, client: api, key: 'advice' });
  const missing =
    advice.error !== undefined && errorStatus(advice.error) === 'not-found';
  useInterval(advice.reload, missing && !advice.busy ? POLL : null);
  return { ...advice, missing };
}

function runningTypes(items: readonly RollUpItem[]): string[] | undefined {
  const types = items.map(({ key }) => key).filter(isRuntimeType);
  return types.length === items.length ? undefined : types;
}
