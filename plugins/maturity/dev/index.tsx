import { createDevApp } from '@backstage/dev-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import ExploreIcon from '@material-ui/icons/Explore';
import ViewListIcon from '@material-ui/icons/ViewList';
import LayersIcon from '@material-ui/icons/Layers';
import { MaturityPage, maturityApiRef, maturityPlugin } from '../src';
import { EntityPage } from './EntityPage';
import { Gallery } from './Gallery';
import { SampleMaturityApi } from './sample';
import { States } from './States';

const catalog = createPlugin({ id: 'catalog-stand-in' });
const CatalogEntity = catalog.provide(
  createRoutableExtension({
    name: 'CatalogEntity',
    component: async () => EntityPage,
    mountPoint: entityRouteRef,
  }),
);

createDevApp()
  .registerPlugin(maturityPlugin, catalog)
  .registerApi({
    api: maturityApiRef,
    deps: {},
    factory: () => new SampleMaturityApi(),
  })
  .addPage({
    path: '/maturity',
    title: 'Maturity',
    icon: ExploreIcon,
    element: <MaturityPage />,
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntity />,
  })
  .addPage({
    path: '/signs',
    title: 'Signs',
    icon: LayersIcon,
    element: <Gallery />,
  })
  .addPage({
    path: '/states',
    title: 'States',
    icon: ViewListIcon,
    element: <States />,
  })
  .render();
