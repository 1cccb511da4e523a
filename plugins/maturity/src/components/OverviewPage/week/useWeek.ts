import type { ChangeList } from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { isError } from '@backstage/errors';
import { useCallback } from 'react';
import { maturityApiRef } from '../../../api';
import { Memory } from '../../../hooks/Memory';
import { useLoad } from '../../../hooks/useLoad';
import { errorStatus } from '../../frame';
import { type WeekNumbers, weekNumbers } from './weekNumbers';

/** What changed of late. */
export interface Week {
  changes: ChangeList;
  /** Undefined where there is nothing to compare yet, null where the caller may not know. */
  numbers: WeekNumbers | undefined | null;
}

const DAYS = 7;
const SHOWN = 8;
/** A week further back, for places that do not sweep every day. */
const COUNTED_DAYS = 15;

const memory = new Memory<Week>();

/** Reads what changed in the last seven days. */
export function useWeek() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Week> => {
      const options = { signal };
      const [changes, numbers] = await Promise.all([
        api.listChanges({ days: DAYS, limit: SHOWN }, options),
        api.listSnapshots({ days: COUNTED_DAYS }, options).then(
          ({ items }) => weekNumbers(items),
          (error: unknown) => {
            if (isError(error) && errorStatus(error) === 'not-allowed') {
              return null;
            }
            throw error;
          },
        ),
      ]);
      return { changes, numbers };
    },
    [api],
  );
  return useLoad(load, { memory, client: api, key: 'week' });
}
