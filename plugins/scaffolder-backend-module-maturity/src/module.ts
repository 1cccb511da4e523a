import path from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
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
import { createScoreAction } from './score/createScoreAction';
import { createSloGenerateAction } from './slo/createSloGenerateAction';

/**
 * Adds the actions of Backstage Maturity to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleMaturity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'maturity',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ config, actions, catalog, templating }) {
        // Mistakes in it are told by the maturity backend.
        const definitions = createDefinitionSet(config.getOptional('maturity'));
        templating.addTemplateGlobals([
          createTemplateGlobalValue({
            id: 'portalUrl',
            description: 'Address of this portal, without a slash at its end',
            value: (config.getOptionalString('app.baseUrl') ?? '').replace(
              /\/+$/,
              '',
            ),
          }),
        ]);
        const folder = config.getOptionalString('maturity.local.root');
        const root = folder === undefined ? undefined : path.resolve(folder);
        actions.addActions(
          createAnnotateAction(),
          createScoreAction({ catalog, definitions, root }),
          createSloGenerateAction(),
          createAddFilesAction(),
          createFetchLocalAction({ root }),
          createPublishLocalAction({ root }),
        );
      },
    });
  },
});
