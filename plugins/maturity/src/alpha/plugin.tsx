import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  adviceRouteRef,
  annotateTemplateRouteRef,
  checkRouteRef,
  checksRouteRef,
  operatorRouteRef,
  overviewRouteRef,
  rootRouteRef,
  servicesRouteRef,
} from '../routes';
import { maturityApi } from './api';
import {
  entityMaturityCard,
  entityMaturityContent,
  setMaturityContent,
} from './entity';
import { MaturityIcon } from './MaturityIcon';
import {
  adviceSubPage,
  checksSubPage,
  maturityPage,
  operatorSubPage,
  overviewSubPage,
  servicesSubPage,
} from './pages';
import {
  ownerField,
  repositoryField,
  serviceNameField,
  templateOutputs,
  tierField,
} from './scaffolder';

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
    advice: adviceRouteRef,
    checks: checksRouteRef,
    check: checkRouteRef,
    operator: operatorRouteRef,
  },
  externalRoutes: { annotateTemplate: annotateTemplateRouteRef },
  extensions: [
    maturityApi,
    maturityPage,
    overviewSubPage,
    servicesSubPage,
    adviceSubPage,
    checksSubPage,
    operatorSubPage,
    entityMaturityContent,
    setMaturityContent,
    entityMaturityCard,
    serviceNameField,
    ownerField,
    tierField,
    repositoryField,
    templateOutputs,
  ],
});
