import type { MaturityApi } from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { FlatRoutes } from '@backstage/core-app-api';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { Route } from 'react-router-dom';
import {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturitySetContent,
  MaturityPage,
  maturityApiRef,
} from '..';
import maturityPlugin from '../alpha';
import { rootRouteRef } from '../routes';
import { Address } from './Address';

/** A frontend system with our plugin mounted in it as an adopter would. */
export interface System {
  name: string;
  showPage(api: MaturityApi, address: string): Promise<unknown>;
  showTab(api: MaturityApi, entity: Entity): Promise<unknown>;
  showSetTab(api: MaturityApi, entity: Entity): Promise<unknown>;
  showCard(api: MaturityApi, entity: Entity): Promise<unknown>;
}

const CATALOG = '/catalog/:namespace/:kind/:name';

/** Shows an element of ours in the legacy system. */
export function showLegacy(
  api: MaturityApi,
  element: JSX.Element,
  address: string,
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [maturityApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      {element}
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [address],
      mountedRoutes: { '/maturity': rootRouteRef, [CATALOG]: entityRouteRef },
    },
  );
}

export const legacySystem: System = {
  name: 'legacy frontend system',
  showPage: (api, address) =>
    showLegacy(
      api,
      <FlatRoutes>
        <Route path="/maturity" element={<MaturityPage />} />
      </FlatRoutes>,
      address,
    ),
  showTab: (api, entity) =>
    showLegacy(
      api,
      <EntityProvider entity={entity}>
        <EntityMaturityContent />
      </EntityProvider>,
      '/',
    ),
  showSetTab: (api, entity) =>
    showLegacy(
      api,
      <EntityProvider entity={entity}>
        <EntityMaturitySetContent />
      </EntityProvider>,
      '/',
    ),
  showCard: (api, entity) =>
    showLegacy(
      api,
      <EntityProvider entity={entity}>
        <EntityMaturityCard />
      </EntityProvider>,
      '/',
    ),
};

const addressElement = AppRootElementBlueprint.make({
  name: 'address',
  params: { element: <Address /> },
});

export const newSystem: System = {
  name: 'new frontend system',
  showPage: async (api, address) =>
    renderTestApp({
      features: [maturityPlugin],
      extensions: [addressElement],
      initialRouteEntries: [address],
      mountedRoutes: { [CATALOG]: entityRouteRef },
      apis: [
        [maturityApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ],
    }),
  showTab: async (api, entity) =>
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        maturityPlugin.getExtension('entity-content:maturity'),
      ],
      mountedRoutes: { '/maturity': rootRouteRef, [CATALOG]: entityRouteRef },
      apis: [[maturityApiRef, api]],
    }),
  showSetTab: async (api, entity) =>
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        maturityPlugin.getExtension('entity-content:maturity/set'),
      ],
      mountedRoutes: { '/maturity': rootRouteRef, [CATALOG]: entityRouteRef },
      apis: [[maturityApiRef, api]],
    }),
  showCard: async (api, entity) =>
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        maturityPlugin.getExtension('entity-card:maturity'),
      ],
      mountedRoutes: { '/maturity': rootRouteRef, [CATALOG]: entityRouteRef },
      apis: [[maturityApiRef, api]],
    }),
};

/** Both systems. Behaviour is tested in the new one. */
export const systems: readonly System[] = [legacySystem, newSystem];
