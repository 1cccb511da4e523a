import type { Entity } from '@backstage/catalog-model';

/** A component for tests; `spec` and annotations are added to a production service. */
export function component(
  name: string,
  options: {
    spec?: Entity['spec'];
    annotations?: Record<string, string>;
    title?: string;
  } = {},
): Entity {
  const { spec, annotations, title } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title, namespace: 'default', annotations },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/payments',
      ...spec,
    },
  };
}

export function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title: `Team ${name}` },
    spec: { type: 'team', parent, children: [] },
  };
}

export function system(name: string, inDomain?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'group:default/payments', domain: inDomain },
  };
}

export function domain(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'group:default/payments' },
  };
}
