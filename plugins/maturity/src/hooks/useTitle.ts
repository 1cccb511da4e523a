import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { useText } from './useText';

/**
 * Names the page in the title of the window, as the legacy frontend system names its tabs, for as long
 * as it is shown. The new one sets no title.
 */
export function useTitle(page: string): void {
  const t = useText();
  const portal =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  const title = `${t('common.title')} | ${page} | ${portal}`;
  useEffect(() => {
    const before = document.title;
    const name = () => {
      document.title = title;
    };
    name();
    // The legacy system names the tab in the next frame, and knows nothing of a page below it.
    const frame = requestAnimationFrame(name);
    return () => {
      cancelAnimationFrame(frame);
      document.title = before;
    };
  }, [title]);
}
