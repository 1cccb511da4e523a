import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  type AuthService,
  type BackendFeature,
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { JsonObject } from '@backstage/types';
import { maturityPlugin } from '../plugin';
import { IdentityProvider } from './IdentityProvider';

/** A portal with the real catalog, the real permission backend and the real auth services. */
export interface GuardedPortal {
  backend: TestBackend;
  /** The value of the header `Authorization` for a signed-in user. */
  user(entityRef: string): string;
  /** The same for a plugin that asks another one with its own credentials. */
  plugin(target: string): Promise<string>;
}

function policyModule(policy: PermissionPolicy): BackendFeature {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register: env =>
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        init: async ({ policies }) => policies.setPolicy(policy),
      }),
  });
}

function entitiesModule(entities: readonly Entity[]): BackendFeature {
  const location = 'test:entities';
  const located = entities.map(entity => ({
    locationKey: location,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/managed-by-location': location,
          'backstage.io/managed-by-origin-location': location,
        },
      },
    },
  }));
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register: env =>
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        init: async ({ processing }) => {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: connection =>
              connection.applyMutation({ type: 'full', entities: located }),
          });
        },
      }),
  });
}

export async function startGuardedPortal(options: {
  entities: readonly Entity[];
  policy: PermissionPolicy;
  /** What users own with, beside themselves. */
  claims: Readonly<Record<string, readonly string[]>>;
  /** Section `maturity` of the configuration. */
  maturity?: JsonObject;
}): Promise<GuardedPortal> {
  const { entities, policy, claims, maturity = {} } = options;
  const identity = new IdentityProvider(claims);
  let neighbour: AuthService | undefined;
  const neighbourPlugin = createBackendPlugin({
    pluginId: 'neighbour',
    register: env =>
      env.registerInit({
        deps: { auth: coreServices.auth, httpRouter: coreServices.httpRouter },
        init: async ({ auth }) => {
          neighbour = auth;
        },
      }),
  });
  const backend = await startTestBackend({
    features: [
      maturityPlugin,
      catalogBackend,
      entitiesModule(entities),
      mcpActions,
      permissionBackend,
      policyModule(policy),
      identity.feature,
      neighbourPlugin,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      authServiceFactory,
      httpAuthServiceFactory,
      httpRouterServiceFactory,
      permissionsServiceFactory,
      permissionsRegistryServiceFactory,
      schedulerServiceFactory,
      userInfoServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: { client: 'better-sqlite3', connection: ':memory:' },
            actions: { pluginSources: ['maturity'] },
          },
          permission: { enabled: true },
          maturity: { sweep: { initialDelay: { seconds: 0 } }, ...maturity },
        },
      }),
    ],
  });
  return {
    backend,
    user: entityRef => identity.header(entityRef),
    plugin: async targetPluginId => {
      if (!neighbour) throw new Error('The neighbour has not started.');
      const onBehalfOf = await neighbour.getOwnServiceCredentials();
      const { token } = await neighbour.getPluginRequestToken({
        onBehalfOf,
        targetPluginId,
      });
      return `Bearer ${token}`;
    },
  };
}
