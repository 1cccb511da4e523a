import type { Entity } from '@backstage/catalog-model';

/** A group of the sample catalog. */
export function groupOf(
  name: string,
  options: { title: string; members?: string[]; parent?: string },
): Entity {
  const { title, members = [], parent } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [], profile: { displayName: title } },
    relations: [
      ...members.map(targetRef => ({ type: 'hasMember', targetRef })),
      ...(parent ? [{ type: 'childOf', targetRef: parent }] : []),
    ],
  };
}

/** A division with two teams, one of which the user is in, and a team that shares no one. */
export const GROUPS = [
  groupOf('engineering', {
    title: 'Engineering',
    members: ['user:default/jo'],
  }),
  groupOf('track', {
    title: 'Tracking',
    members: ['user:default/jo'],
    parent: 'group:default/engineering',
  }),
  groupOf('bill', {
    title: 'Billing',
    parent: 'group:default/engineering',
  }),
];
