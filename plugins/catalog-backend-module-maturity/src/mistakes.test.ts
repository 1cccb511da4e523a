import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import { catalogModuleMaturity } from './module';

jest.setTimeout(60_000);

/** Starts a catalog with the module; gives what the log was told as errors. */
async function start(maturity: JsonObject): Promise<unknown[]> {
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMaturity,
      logger.factory,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actionsRegistryServiceMock(),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          maturity,
        },
      }),
    ],
  });
  await backend.stop();
  return logger.error.mock.calls.flat();
}

describe('A configuration with mistakes', () => {
  it('starts the catalog nevertheless, and the log tells all of them', async () => {
    const told = await start({
      local: { root: 5 },
      catalog: { declareAnnotations: 'x' },
    });

    expect(told).toEqual([
      'maturity.local.root is 5; expected the path of a folder.',
      'maturity.catalog.declareAnnotations is "x"; expected true or false.',
    ]);
  });

  it('takes an empty root for none', async () => {
    expect(await start({ local: { root: '' } })).toEqual([
      'maturity.local.root is ""; expected the path of a folder.',
    ]);
  });
});
