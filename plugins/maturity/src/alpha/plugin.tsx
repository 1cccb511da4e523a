import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { overviewRouteRef, rootRouteRef, servicesRouteRef } from '../routes';
import { maturityApi } from './api';
import { entityMaturityCard, entityMaturityContent } from './entity';
import { MaturityIcon } from './MaturityIcon';
import { maturityPage, overviewSubPage, servicesSubPage } from './pages';

/** The plugin for apps of the new frontend system. */
export default createFrontendPlugin({
  pluginId: 'maturity',
  title: 'Maturity',
  icon: <MaturityIcon />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    services: servicesRouteRef,
  },
  extensions: [
    maturityApi,
    maturityPage,
    overviewSubPage,
    servicesSubPage,
    entityMaturityContent,
    entityMaturityCard,
  ],
});
