import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { maturityPermissions } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { readOwnership } from './readOwnership';
import { maturityScorecardResourceRef, maturityScorecardRules } from './rules';

/** Tells the permission system what can be decided on, and by which rules. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  db: Knex,
): void {
  registry.addResourceType({
    resourceRef: maturityScorecardResourceRef,
    permissions: maturityPermissions,
    rules: Object.values(maturityScorecardRules),
    getResources: refs => readOwnership(db, refs),
  });
}
