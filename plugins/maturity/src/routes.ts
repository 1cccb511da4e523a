import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

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

/** What the organization needs next, and why. */
export const adviceRouteRef = createSubRouteRef({
  id: 'maturity:advice',
  parent: rootRouteRef,
  path: '/advice',
});

/** Every check by track and level. */
export const checksRouteRef = createSubRouteRef({
  id: 'maturity:checks',
  parent: rootRouteRef,
  path: '/checks',
});

/** One check: what it asks, why, how to pass it, who fails. */
export const checkRouteRef = createSubRouteRef({
  id: 'maturity:check',
  parent: rootRouteRef,
  path: '/checks/:id',
});

/** How the plugin itself is doing. */
export const operatorRouteRef = createSubRouteRef({
  id: 'maturity:operator',
  parent: rootRouteRef,
  path: '/operator',
});

/**
 * Path of the tab on an entity's page, below the entity. A route reference cannot lead there from
 * outside, because its parent has parameters; so links append this path to the entity's own.
 */
export const ENTITY_CONTENT_PATH = '/maturity';

/** The form of a template; nothing is bound where the portal has no scaffolder. */
export const annotateTemplateRouteRef = createExternalRouteRef({
  id: 'maturity:template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});
