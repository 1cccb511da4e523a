import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { maturityApiFactory } from './api';
import { overviewRouteRef, rootRouteRef, servicesRouteRef } from './routes';

/** The plugin for apps of the legacy frontend system. */
export const maturityPlugin = createPlugin({
  id: 'maturity',
  apis: [maturityApiFactory],
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    services: servicesRouteRef,
  },
});

/** The overview and the services; mount it at `/maturity`. */
export const MaturityPage = maturityPlugin.provide(
  createRoutableExtension({
    name: 'MaturityPage',
    component: () =>
      import('./components/MaturityPage').then(m => m.MaturityPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity's page; mount it at `/maturity` below the entity. */
export const EntityMaturityContent = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityContent',
    component: {
      lazy: () =>
        import('./components/EntityContent').then(m => m.EntityContent),
    },
  }),
);

/** The card for an entity's overview. */
export const EntityMaturityCard = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityCard',
    component: {
      lazy: () => import('./components/EntityCard').then(m => m.EntityCard),
    },
  }),
);
