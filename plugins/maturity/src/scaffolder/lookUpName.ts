import type { ApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { lookUpLocalService } from '../localServices/lookUpLocalService';

/** Where a service is published. */
export type Target = 'here' | 'elsewhere';

/** Whether a name can be had. */
export type NameAnswer =
  /** In the catalog; `target` says what is known of where it goes. */
  | { is: 'free'; target: 'free' | 'elsewhere' | 'unchecked' }
  | { is: 'taken'; entityRef: string }
  /** The catalog does not know it, but the folder that it would go into is there. */
  | { is: 'occupied' }
  /** The catalog did not answer. */
  | { is: 'unchecked' };

/** A service has an API of the same name. */
const KINDS = ['component', 'api'];

async function lookUpInCatalog(
  apis: ApiHolder,
  name: string,
): Promise<NameAnswer | undefined> {
  const catalog = apis.get(catalogApiRef);
  if (!catalog) return { is: 'unchecked' };
  const entityRefs = KINDS.map(kind => `${kind}:default/${name}`);
  try {
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs,
      fields: ['kind', 'metadata.name'],
    });
    const entityRef = entityRefs.find((_, index) => items.at(index));
    return entityRef === undefined ? undefined : { is: 'taken', entityRef };
  } catch {
    return { is: 'unchecked' };
  }
}

/** Asks the catalog, and the folder of local services where the service would go there. */
export async function lookUpName(options: {
  apis: ApiHolder;
  /** A well-formed name. */
  name: string;
  target: Target;
}): Promise<NameAnswer> {
  const { apis, name, target } = options;
  const known = await lookUpInCatalog(apis, name);
  if (known) return known;
  if (target === 'elsewhere') return { is: 'free', target: 'elsewhere' };
  try {
    const service = await lookUpLocalService(apis, name);
    if (!service) return { is: 'free', target: 'unchecked' };
    return service.isFree ? { is: 'free', target: 'free' } : { is: 'occupied' };
  } catch {
    return { is: 'free', target: 'unchecked' };
  }
}

/** Where a form sends the service; as long as it does not say, into the portal. */
export function targetOf(formData: unknown): Target {
  const fields = new Map(Object.entries(formData ?? {}));
  return ['github', 'gitlab'].includes(String(fields.get('destination')))
    ? 'elsewhere'
    : 'here';
}
