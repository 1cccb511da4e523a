import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createTemplateGlobalValue,
  scaffolderTemplatingExtensionPoint,
} from '@backstage/plugin-scaffolder-node/alpha';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { createAnnotateAction } from './annotate/createAnnotateAction';
import { createAddFilesAction } from './files/createAddFilesAction';
import { createFetchLocalAction } from './local/createFetchLocalAction';
import { createPublishLocalAction } from './local/createPublishLocalAction';
import { readLocalRoot } from './local/LocalRoot';
import { portalUrl } from './portalUrl';
import { repositoriesHandler } from './repositories/repositoriesHandler';
import { createScoreAction } from './score/createScoreAction';
import { createSloGenerateAction } from './slo/createSloGenerateAction';
import { createOriginRecordAction } from './upgrade/createOriginRecordAction';
import { createUpgradeAction } from './upgrade/createUpgradeAction';

/**
 * Adds the actions of Backstage Maturity to the scaffolder, and a route that says which repositories exist.
 *
 * @public
 */
export const scaffolderModuleMaturity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'maturity',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init(services) {
        const { auth, config, httpAuth, httpRouter } = services;
        const { logger, permissions } = services;
        const { actions, catalog, templating } = services;
        // Mistakes in checks and settings are told by the maturity backend.
        const definitions = createDefinitionSet(config.getOptional('maturity'));
        const portal = portalUrl(config);
        templating.addTemplateGlobals([
          createTemplateGlobalValue({
            id: 'portalUrl',
            description: 'Address of this portal, without a slash at its end',
            value: portal,
          }),
        ]);
        const local = readLocalRoot(config, {
          auth,
          catalog,
          logger,
          permissions,
        });
        actions.addActions(
          createAnnotateAction(),
          createScoreAction({ catalog, definitions, local }),
          createSloGenerateAction(),
          createAddFilesAction(),
          createFetchLocalAction({ local }),
          createPublishLocalAction({ local }),
          createOriginRecordAction(),
          createUpgradeAction({ portal, local }),
        );
        const integrations = ScmIntegrations.fromConfig(config);
        httpRouter.use(
          repositoriesHandler({ integrations, httpAuth, permissions }),
        );
      },
    });
  },
});
