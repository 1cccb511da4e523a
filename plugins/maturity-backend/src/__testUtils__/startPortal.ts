import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { maturityPlugin } from '../plugin';
import { CapturedLog } from './CapturedLog';
import { TestCatalog } from './TestCatalog';

// The catalog of a test is whole from the start, so the first sweep need not watch it for a second.
jest.mock('../collection/lookMs', () => ({ LOOK_MS: 5 }));

/** A running backend with our plugin in it. */
export interface Portal {
  backend: TestBackend;
  catalog: TestCatalog;
  log: CapturedLog;
  /** Runs the scheduled sweep to its end. */
  sweep(signal?: AbortSignal): Promise<void>;
  get(path: string, authorization?: string): request.Test;
  post(path: string, authorization?: string): request.Test;
  stop(): Promise<void>;
}

export interface PortalOptions {
  db: Knex;
  catalog: TestCatalog;
  config?: JsonObject;
  features?: BackendFeature[];
}

/** Starts the plugin with a real database and router, a catalog of the test, and sweeps on demand. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { db, catalog, config = {}, features = [] } = options;
  const log = new CapturedLog();
  const tasks: ((signal: AbortSignal) => void | Promise<void>)[] = [];
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({
      run: async ({ fn }) => {
        tasks.push(fn);
      },
    }),
  });
  const backend = await startTestBackend({
    features: [
      maturityPlugin,
      catalog.factory,
      log.factory,
      mockServices.rootConfig.factory({ data: config }),
      mockServices.database.factory({ knex: db }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      ...features,
    ],
  });
  const signed = (test: request.Test, authorization?: string) =>
    authorization ? test.set('Authorization', authorization) : test;
  return {
    backend,
    catalog,
    log,
    sweep: async (signal = new AbortController().signal) => {
      for (const task of tasks) await task(signal);
    },
    get: (path, authorization) =>
      signed(
        request(backend.server).get(`/api/maturity${path}`),
        authorization,
      ),
    post: (path, authorization) =>
      signed(
        request(backend.server).post(`/api/maturity${path}`),
        authorization,
      ),
    stop: () => backend.stop(),
  };
}
