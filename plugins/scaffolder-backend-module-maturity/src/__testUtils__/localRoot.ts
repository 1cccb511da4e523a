import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { LocalRoot } from '../local/LocalRoot';
import { ServiceAccess } from '../local/ServiceAccess';

/** A root whose services everybody may see and change: those that are named are in the catalog. */
export function localRoot(folder: string, names: readonly string[]): LocalRoot {
  const entities = names.map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        annotations: {
          'backstage.io/managed-by-location': `file:${folder}/${name}/catalog-info.yaml`,
        },
      },
    }),
  );
  const access = new ServiceAccess({
    root: folder,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    permissions: mockServices.permissions(),
  });
  return { folder, access };
}
