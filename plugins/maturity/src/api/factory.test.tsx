import { ResponseError } from '@backstage/errors';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { SampleMaturityApi } from '../../dev/sample';
import { ServicesPage } from '../components/ServicesPage';
import { rootRouteRef } from '../routes';
import { maturityApiFactory } from './factory';
import { maturityApiRef } from './ref';

const BASE = 'http://backend.test/api/maturity';
const sample = new SampleMaturityApi();

describe('maturityApiFactory', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = maturityApiFactory.factory({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://backend.test' }),
    fetchApi: { fetch: (input, init) => fetch(input, init) },
  });

  it('shows over HTTP what the backend answers, and asks for what the address says', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${BASE}/definitions`, async () =>
        HttpResponse.json(await sample.getDefinitions()),
      ),
      http.get(`${BASE}/roll-ups`, async () =>
        HttpResponse.json(await sample.listRollUps({ by: 'owner' })),
      ),
      http.get(`${BASE}/scorecards`, async ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(
          await sample.listScorecards({ tier: ['1'], limit: 50 }),
        );
      }),
    );

    await renderInTestApp(
      <TestApiProvider apis={[[maturityApiRef, client]]}>
        <ServicesPage />
      </TestApiProvider>,
      {
        routeEntries: ['/?tier=1&stage=devops&stage=sre'],
        mountedRoutes: {
          '/maturity': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );

    expect(await screen.findByRole('link', { name: 'ledger' })).toBeVisible();
    expect(asked).toEqual(['?tier=1&stage=devops&stage=sre&limit=50']);
  });

  it("rejects with the backend's own sentence", async () => {
    server.use(
      http.get(`${BASE}/scorecards/component/default/gone`, () =>
        HttpResponse.json(
          {
            error: {
              name: 'NotFoundError',
              message: 'There is no such thing.',
            },
            response: { statusCode: 404 },
          },
          { status: 404 },
        ),
      ),
    );

    const answer = client.getScorecard('component:default/gone');
    await expect(answer).rejects.toBeInstanceOf(ResponseError);
  });
});
