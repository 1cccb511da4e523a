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
        import('../components/pages'),
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
        import('../components/pages'),
      ]);
      return (
        <Frame>
          <ServicesPage />
        </Frame>
      );
    },
  },
});

export const adviceSubPage = SubPageBlueprint.make({
  name: 'advice',
  params: {
    path: 'advice',
    title: 'What next',
    loader: async () => {
      const [{ Frame }, { AdvicePage }] = await Promise.all([
        import('./Frame'),
        import('../components/pages'),
      ]);
      return (
        <Frame>
          <AdvicePage />
        </Frame>
      );
    },
  },
});

export const checksSubPage = SubPageBlueprint.make({
  name: 'checks',
  params: {
    path: 'checks',
    title: 'Checks',
    loader: async () => {
      const [{ Frame }, { ChecksPage }] = await Promise.all([
        import('./Frame'),
        import('../components/pages'),
      ]);
      return (
        <Frame>
          <ChecksPage />
        </Frame>
      );
    },
  },
});

export const operatorSubPage = SubPageBlueprint.make({
  name: 'operator',
  params: {
    path: 'operator',
    title: 'Operation',
    loader: async () => {
      const [{ Frame }, { OperatorPage }] = await Promise.all([
        import('./Frame'),
        import('../components/pages'),
      ]);
      return (
        <Frame>
          <OperatorPage />
        </Frame>
      );
    },
  },
});
