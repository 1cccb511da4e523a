import type {
  HistoryItem,
  HistoryPage,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useCallback, useMemo, useState } from 'react';
import useMountedState from 'react-use/esm/useMountedState';
import { maturityApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';

/** Changes of one page; most services have fewer in a year. */
const PAGE_SIZE = 10;

/** Pages below the first; they belong to one first page and are forgotten with it. */
interface Earlier {
  first: HistoryPage | undefined;
  pages: readonly HistoryPage[];
  busy: boolean;
  error?: Error;
}

const NOTHING: Earlier = { first: undefined, pages: [], busy: false };

/** What is known of a service's past. */
export interface History {
  /** Undefined until the first page is there. */
  items: HistoryItem[] | undefined;
  error: Error | undefined;
  reload(): void;
  earlier: {
    exists: boolean;
    busy: boolean;
    error: Error | undefined;
    load(): void;
  };
}

/** Reads the newest changes of an entity, earlier ones on request, and all anew after an evaluation. */
export function useHistory(entityRef: string, evaluatedAt: string): History {
  const api = useApi(maturityApiRef);
  const isMounted = useMountedState();
  const asked = useMemo(
    () => ({ entityRef, evaluatedAt }),
    [entityRef, evaluatedAt],
  );
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getHistory(asked.entityRef, { limit: PAGE_SIZE }, { signal }),
    [api, asked],
  );
  const {
    value: first,
    error,
    reload,
  } = useLoad(load, {
    key: entityRef,
  });
  const [stored, setStored] = useState(NOTHING);
  const earlier = stored.first === first ? stored : { ...NOTHING, first };
  const last = earlier.pages.at(-1) ?? first;
  const cursor = last?.pageInfo.nextCursor;

  async function loadEarlier() {
    if (cursor === undefined || earlier.busy) return;
    const settle = (now: Omit<Earlier, 'first'>) => {
      if (!isMounted()) return;
      // A newer first page has taken over meanwhile: its pages are others.
      setStored(before =>
        before.first === first ? { first, ...now } : before,
      );
    };
    const { pages } = earlier;
    setStored({ first, pages, busy: true });
    try {
      const page = await api.getHistory(entityRef, {
        cursor,
        limit: PAGE_SIZE,
      });
      settle({ pages: [...pages, page], busy: false });
    } catch (failure) {
      settle({ pages, busy: false, error: toError(failure) });
    }
  }

  return {
    items: first && [first, ...earlier.pages].flatMap(({ items }) => items),
    error,
    reload,
    earlier: {
      exists: cursor !== undefined,
      busy: earlier.busy,
      error: earlier.error,
      load: loadEarlier,
    },
  };
}
