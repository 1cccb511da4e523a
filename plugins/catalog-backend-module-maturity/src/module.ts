import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import {
  maturityServiceUpdatePermission,
  parseDeclareAnnotations,
} from '@backstage-maturity/plugin-maturity-common';
import { LocalNames } from './local/LocalNames';
import { localNamesHandler } from './local/localNamesHandler';
import { LocalServices } from './local/LocalServices';
import { LocalServicesProvider } from './local/LocalServicesProvider';
import { readLocalRoot } from './local/readLocalRoot';
import { logProblems } from './logProblems';
import { annotationsLayer } from './model/annotationsLayer';
import { AnnotationWarnings } from './values/AnnotationWarnings';

/**
 * Warns of malformed maturity annotations, provides locally generated services, and declares the
 * annotations to the catalog's model where config says so.
 *
 * @public
 */
export const catalogModuleMaturity = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'maturity',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        processing: catalogProcessingExtensionPoint,
      },
      async init({
        config,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        model,
        permissions,
        permissionsRegistry,
        processing,
      }) {
        logProblems(config, logger);
        processing.addProcessor(new AnnotationWarnings());
        const { declareAnnotations } = parseDeclareAnnotations(
          config.getOptional('maturity'),
        );
        if (declareAnnotations) {
          model.addModelSource(
            CatalogModelSources.static([annotationsLayer()]),
          );
        }
        const root = readLocalRoot(config);
        if (root !== undefined) {
          // Here, because the rules that decide on it are those of the catalog.
          permissionsRegistry.addPermissions([maturityServiceUpdatePermission]);
          const services = new LocalServices({ root, logger });
          const provider = new LocalServicesProvider({
            root,
            services,
            logger,
          });
          processing.addEntityProvider(provider);
          const names = new LocalNames(root);
          httpRouter.use(localNamesHandler({ names, httpAuth, permissions }));
          lifecycle.addShutdownHook(() => provider.stop());
        }
      },
    });
  },
});
