import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { maturityApiFactory } from './api';
import {
  adviceRouteRef,
  annotateTemplateRouteRef,
  checkRouteRef,
  checksRouteRef,
  operatorRouteRef,
  overviewRouteRef,
  rootRouteRef,
  servicesRouteRef,
} from './routes';
import { LazyOwnerField } from './scaffolder/LazyOwnerField';
import { LazyRepositoryField } from './scaffolder/LazyRepositoryField';
import { LazyTierField } from './scaffolder/LazyTierField';
import { OWNER_FIELD, ownerSchema, validateOwner } from './scaffolder/owner';
import {
  REPOSITORY_FIELD,
  repositorySchema,
  validateRepository,
} from './scaffolder/repository';
import { ServiceNameField } from './scaffolder/ServiceNameField';
import {
  SERVICE_NAME_FIELD,
  serviceNameSchema,
  validateServiceName,
} from './scaffolder/serviceName';
import { TIER_FIELD, tierSchema } from './scaffolder/tier';

/**
 * The plugin for apps of the legacy frontend system.
 *
 * @public
 */
export const maturityPlugin = createPlugin({
  id: 'maturity',
  apis: [maturityApiFactory],
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    services: servicesRouteRef,
    advice: adviceRouteRef,
    checks: checksRouteRef,
    check: checkRouteRef,
    operator: operatorRouteRef,
  },
  externalRoutes: { annotateTemplate: annotateTemplateRouteRef },
});

/**
 * The overview and the services; mount it at `/maturity`.
 *
 * @public
 */
export const MaturityPage = maturityPlugin.provide(
  createRoutableExtension({
    name: 'MaturityPage',
    component: () =>
      import('./components/MaturityPage').then(m => m.MaturityPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab of an entity's page; mount it at `/maturity` below the entity.
 *
 * @public
 */
export const EntityMaturityContent = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityContent',
    component: {
      lazy: () =>
        import('./components/EntityContent').then(m => m.EntityContent),
    },
  }),
);

/**
 * The tab of a group, system or domain; mount it at `/maturity` below the entity.
 *
 * @public
 */
export const EntityMaturitySetContent = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturitySetContent',
    component: {
      lazy: () => import('./components/SetContent').then(m => m.SetContent),
    },
  }),
);

/**
 * The card for an entity's overview.
 *
 * @public
 */
export const EntityMaturityCard = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityCard',
    component: {
      lazy: () => import('./components/EntityCard').then(m => m.EntityCard),
    },
  }),
);

/**
 * The form field `MaturityServiceName` for templates: checks while typing that a name is well formed
 * and free. Put it below `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const MaturityServiceNameField = maturityPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: SERVICE_NAME_FIELD,
    component: ServiceNameField,
    validation: validateServiceName,
    schema: serviceNameSchema.schema,
  }),
);

/**
 * The form field `MaturityOwner` for templates: a group of the catalog, at first the user's own. Put it
 * below `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const MaturityOwnerField = maturityPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: OWNER_FIELD,
    component: LazyOwnerField,
    validation: validateOwner,
    schema: ownerSchema.schema,
  }),
);

/**
 * The form field `MaturityTier` for templates: shows what each tier promises, and the error budget in
 * minutes that this leaves. Put it below `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const MaturityTierField = maturityPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: TIER_FIELD,
    component: LazyTierField,
    schema: tierSchema.schema,
  }),
);

/**
 * The form field `MaturityRepository` for templates: a repository on GitHub or GitLab, to be made or there
 * already; says while typing whether it exists. Put it below `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const MaturityRepositoryField = maturityPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: REPOSITORY_FIELD,
    component: LazyRepositoryField,
    validation: validateRepository,
    schema: repositorySchema.schema,
  }),
);
