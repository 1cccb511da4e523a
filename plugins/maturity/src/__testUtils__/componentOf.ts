import type { Entity } from '@backstage/catalog-model';

/** The catalog's entity of a sample service. */
export function componentOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  };
}
