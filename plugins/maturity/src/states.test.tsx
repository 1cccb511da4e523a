import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { Gallery } from '../dev/Gallery';
import { parts } from '../dev/parts';
import { States } from '../dev/States';
import { states } from '../dev/states';
import { rootRouteRef } from './routes';
import { Route, Routes } from 'react-router-dom';

const mountedRoutes = {
  '/maturity': rootRouteRef,
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

describe('the harness', () => {
  it.each(parts.map(({ name, path }) => [name, path]))(
    'shows "%s" in every state',
    async (_name, path) => {
      await renderInTestApp(
        <TestApiProvider apis={[[catalogApiRef, catalogApiMock()]]}>
          <Routes>
            <Route path="/states/*" element={<States />} />
          </Routes>
        </TestApiProvider>,
        { routeEntries: [`/states/${path}`], mountedRoutes },
      );

      expect(
        screen
          .getAllByRole('heading', { level: 2 })
          .map(heading => heading.textContent),
      ).toEqual(expect.arrayContaining(states.map(({ name }) => name)));
      expect(await screen.findByText('The database is away.')).toBeVisible();
      expect(screen.getByText('You may not see this')).toBeVisible();
      expect(screen.getAllByRole('status')).not.toHaveLength(0);
    },
  );

  it('shows every sign', async () => {
    await renderInTestApp(<Gallery />, { mountedRoutes });

    expect(screen.getByRole('region', { name: 'Stages' })).toBeVisible();
  });
});
