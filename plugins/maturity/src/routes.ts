import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The plugin's page; its sub-pages hang below it. */
export const rootRouteRef = createRouteRef({ id: 'maturity' });

/** Where the organization stands. */
export const overviewRouteRef = createSubRouteRef({
  id: 'maturity:overview',
  parent: rootRouteRef,
  path: '/overview',
});

/** The filtered list of services; its filters live in the query. */
export const servicesRouteRef = createSubRouteRef({
  id: 'maturity:services',
  parent: rootRouteRef,
  path: '/services',
});

/**
 * Path of the tab on an entity's page, below the entity. A route reference cannot lead there from
 * outside, because its parent has parameters; so links append this path to the entity's own.
 */
export const ENTITY_CONTENT_PATH = '/maturity';
