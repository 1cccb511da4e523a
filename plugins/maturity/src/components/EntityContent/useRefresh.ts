import { toError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import { maturityApiRef } from '../../api';
import type { ScorecardData } from './useScorecard';

/** How a refresh ended, or that it is under way. */
export type RefreshState =
  | { state: 'idle' | 'running' }
  | { state: 'done'; catalogRead: ScorecardData['detail']['catalogRead'] }
  | { state: 'failed'; error: Error };

interface RefreshOptions {
  entityRef: string;
  onRefreshed(detail: ScorecardData['detail']): void;
}

/** Evaluates an entity again on request; a failure leaves what is shown as it is. */
export function useRefresh({ entityRef, onRefreshed }: RefreshOptions) {
  const api = useApi(maturityApiRef);
  const [refresh, setRefresh] = useState<RefreshState>({ state: 'idle' });
  const start = useCallback(async () => {
    setRefresh({ state: 'running' });
    try {
      const detail = await api.refreshScorecard(entityRef);
      onRefreshed(detail);
      setRefresh({ state: 'done', catalogRead: detail.catalogRead });
    } catch (error) {
      setRefresh({ state: 'failed', error: toError(error) });
    }
  }, [api, entityRef, onRefreshed]);
  return { refresh, start };
}
