import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';

function userOf(credentials: BackstageCredentials): string | undefined {
  const { principal } = credentials;
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}

/** The decisions of a policy, asked without a permission backend between, and how often they were asked for. */
export class PolicyPermissions {
  asked = 0;
  readonly #policy: PermissionPolicy;
  readonly #claims: Readonly<Record<string, readonly string[]>>;

  /** @param claims - what each user owns with, beside the own reference */
  constructor(
    policy: PermissionPolicy,
    claims: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.#policy = policy;
    this.#claims = claims;
  }

  get factory(): ServiceFactory {
    const service = mockServices.permissions.mock({
      authorizeConditional: async (requests, options) => {
        this.asked += 1;
        return Promise.all(
          requests.map(({ permission }) =>
            this.#decide(permission, options?.credentials),
          ),
        );
      },
    });
    return createServiceFactory({
      service: coreServices.permissions,
      deps: {},
      factory: () => service,
    });
  }

  async #decide(
    permission: Permission,
    credentials?: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const user = credentials && userOf(credentials);
    if (!credentials || user === undefined) {
      return { result: AuthorizeResult.ALLOW };
    }
    const ownershipEntityRefs = [user, ...(this.#claims[user] ?? [])];
    const info = { userEntityRef: user, ownershipEntityRefs };
    return this.#policy.handle({ permission }, { credentials, info });
  }
}
