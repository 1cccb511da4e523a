import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createMaturityScorecardConditionalDecision,
  maturityScorecardConditions,
} from '@backstage-maturity/plugin-maturity-backend';
import {
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
  maturityServiceUpdatePermission,
} from '@backstage-maturity/plugin-maturity-common';

/** Who signs in without a name: as Backstage's guest provider says by default, and as the demo portal does. */
const GUESTS = ['user:development/guest', 'user:default/guest'];

/**
 * Guests see no scorecards, others see every one, and only owners have theirs evaluated at once and change
 * the files of their services.
 */
export class ScorecardPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, maturityScorecardReadPermission)) {
      const guest = !user || GUESTS.includes(user.info.userEntityRef);
      return { result: guest ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, maturityScorecardRefreshPermission)) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createMaturityScorecardConditionalDecision(
        permission,
        maturityScorecardConditions.isOwner({ claims }),
      );
    }
    if (isPermission(permission, maturityServiceUpdatePermission)) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'scorecard-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new ScorecardPolicy());
      },
    });
  },
});
