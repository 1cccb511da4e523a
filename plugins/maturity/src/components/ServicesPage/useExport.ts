import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { maturityApiRef } from '../../api';
import { askedOf, type ServicesQuery } from '../../filters';
import { exportName } from './exportName';
import { saveFile } from './saveFile';

/** How a download went, or that it is under way. */
export type ExportState =
  | { state: 'idle' | 'running' }
  | { state: 'done'; name: string }
  | { state: 'failed'; error: Error };

/**
 * Saves what a query finds as a file, all pages of it. It goes through the client, because a plain link
 * would carry no credentials. Leaving the page, or changing the query, ends a download under way.
 */
export function useExport(query: ServicesQuery) {
  const api = useApi(maturityApiRef);
  const [download, setDownload] = useState<ExportState>({ state: 'idle' });
  const running = useRef<AbortController>();

  useEffect(() => {
    setDownload({ state: 'idle' });
    return () => running.current?.abort();
  }, [query]);

  const start = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setDownload({ state: 'running' });
    try {
      const { cursor, limit, ...filter } = askedOf(query);
      const text = await api.exportScorecards(filter, { signal });
      if (signal.aborted) return;
      const name = exportName(new Date());
      saveFile({ name, type: 'text/csv', text });
      setDownload({ state: 'done', name });
    } catch (error) {
      if (signal.aborted) return;
      setDownload({ state: 'failed', error: toError(error) });
    }
  }, [api, query]);

  return { download, start };
}
