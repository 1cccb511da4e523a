import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  maturityChecksExtensionPoint,
  maturityFactsExtensionPoint,
} from '@backstage-maturity/plugin-maturity-node';
import { registerActions } from './actions';
import { scheduleSweeps } from './collection';
import { Contributions, logProblems, readMaturityConfig } from './config';
import { connectDatabase } from './database';
import { createMaturity } from './createMaturity';
import { FactProviders, scheduleRepositories } from './facts';
import { printableLogger } from './logging';
import { readNewestSuccess, SweepMetrics } from './metrics';
import { registerPermissions } from './permissions';
import { admitAnonymous, createRouter } from './service';

/**
 * Computes, stores and serves maturity scorecards.
 *
 * @public
 */
export const maturityPlugin = createBackendPlugin({
  pluginId: 'maturity',
  register(env) {
    const contributions = new Contributions();
    const factProviders = new FactProviders();
    env.registerExtensionPoint(maturityChecksExtensionPoint, contributions);
    env.registerExtensionPoint(maturityFactsExtensionPoint, factProviders);

    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        rootConfig: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { actions, auth, catalog, permissions } = deps;
        const logger = printableLogger(deps.logger);
        const config = readMaturityConfig(deps.rootConfig, contributions);
        logProblems(logger, config.problems);
        const { definitions } = config;
        const { schedule, poll, lease, pageSize } = config.sweep;

        const db = await connectDatabase(deps.database);
        registerPermissions(deps.permissionsRegistry, db);
        const reader = { catalog, auth, logger, pageSize };
        const providers = factProviders.all;
        const { service, sweep, observer } = createMaturity({
          db,
          config,
          reader,
          providers,
          urlReader: deps.urlReader,
          auditor: deps.auditor,
          permissions,
          permissionsRegistry: deps.permissionsRegistry,
          metrics: new SweepMetrics(deps.metrics, () => readNewestSuccess(db)),
        });

        const { httpAuth } = deps;
        const validateResponses = process.env.NODE_ENV === 'test';
        admitAnonymous(deps.httpRouter, config.badges);
        deps.httpRouter.use(
          createRouter({
            service,
            httpAuth,
            definitions,
            anonymousBadges: config.badges.anonymous,
            validateResponses,
          }),
        );
        registerActions({ registry: actions, service, definitions });
        const { scheduler } = deps;
        const sweeps = await scheduleSweeps({
          db,
          scheduler,
          schedule,
          poll,
          lease,
          sweep,
          reader,
        });
        const files = await scheduleRepositories({
          db,
          scheduler,
          logger,
          config: config.repository,
          observer,
          lease,
          sweeps,
        });
        deps.lifecycle.addShutdownHook(async () => {
          await Promise.all([files.stop(), sweeps.stop()]);
        });
      },
    });
  },
});
