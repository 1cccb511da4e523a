import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { MaturityIcon } from './MaturityIcon';

/** The page with its entry in the navigation; what it shows are its sub-pages, as tabs. */
export const maturityPage = PageBlueprint.make({
  params: {
    path: '/maturity',
    title: 'Maturity',
    icon: <MaturityIcon />,
    routeRef: rootRouteRef,
  },
});

export const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const [{ Frame }, { OverviewPage }] = await Promise.all([
        import('./Frame'),
        import('../components/OverviewPage'),
      ]);
      return (
        <Frame>
          <OverviewPage />
        </Frame>
      );
    },
  },
});

export const servicesSubPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: async () => {
      const [{ Frame }, { ServicesPage }] = await Promise.all([
        import('./Frame'),
        import('../components/ServicesPage'),
      ]);
      return (
        <Frame>
          <ServicesPage />
        </Frame>
      );
    },
  },
});
