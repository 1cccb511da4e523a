import { useApiHolder, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { useLoad } from '../../hooks/useLoad';
import { annotateTemplateRouteRef } from '../../routes';
import { ANNOTATE_TEMPLATE } from './templateInput';

/**
 * The address of the form of the template that changes catalog files; undefined where the portal has
 * no such template, the person may not see it, or that is not known yet.
 */
export function useTemplateForm(): { href: string | undefined; busy: boolean } {
  const catalog = useApiHolder().get(catalogApiRef);
  const route = useRouteRef(annotateTemplateRouteRef);
  const load = useCallback(async (): Promise<boolean> => {
    const { namespace, templateName } = ANNOTATE_TEMPLATE;
    const found = await catalog?.getEntityByRef(
      `template:${namespace}/${templateName}`,
    );
    return found !== undefined;
  }, [catalog]);
  const { value: exists, busy } = useLoad(load, { key: 'template' });
  return { href: exists ? route?.(ANNOTATE_TEMPLATE) : undefined, busy };
}
