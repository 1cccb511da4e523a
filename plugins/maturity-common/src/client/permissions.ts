import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Type of the resource that the permissions speak of. A resource is named by the full reference of its
 * entity in lower case.
 *
 * @public
 */
export const RESOURCE_TYPE_MATURITY_SCORECARD = 'maturity-scorecard';

/**
 * Reading a scorecard, and being shown figures that count it. A caller needs to see the entity in the
 * catalog as well.
 *
 * @public
 */
export const maturityScorecardReadPermission = createPermission({
  name: 'maturity.scorecard.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_MATURITY_SCORECARD,
});

/**
 * Having a scorecard evaluated at once. A caller needs to be allowed to read it as well.
 *
 * @public
 */
export const maturityScorecardRefreshPermission = createPermission({
  name: 'maturity.scorecard.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MATURITY_SCORECARD,
});

/**
 * Changing the files of a service that is kept in the portal itself. It speaks of the entities of the
 * catalog that the service holds, so a policy decides on it with the catalog's own rules, such as
 * `IS_ENTITY_OWNER`. A caller needs to see all of them as well.
 *
 * @public
 */
export const maturityServiceUpdatePermission = createPermission({
  name: 'maturity.service.update',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});

/**
 * Every permission that speaks of scorecards.
 *
 * @public
 */
export const maturityPermissions = [
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
];
