import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogModuleMaturity } from './module';

const LONGEST_WAIT_MS = 10_000;

function component(name: string, annotations: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    ${annotations}
spec:
  type: service
  lifecycle: experimental
  owner: guests
`;
}

jest.setTimeout(60_000);

describe('catalogModuleMaturity', () => {
  let root: string;
  let backend: TestBackend;
  const actions = actionsRegistryServiceMock();

  beforeAll(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'maturity-local-'));
    put('early', component('early', 'maturity/tier: "1"'));
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMaturity,
        schedulerServiceFactory,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: { processingInterval: { seconds: 5 } },
            maturity: {
              local: { root },
              catalog: { declareAnnotations: true },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  function put(folder: string, text: string): void {
    mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, folder, 'catalog-info.yaml'), text);
  }

  async function get(route: string): Promise<unknown> {
    const url = `http://localhost:${backend.server.port()}/api/catalog/${route}`;
    const response = await fetch(url, {
      headers: { authorization: mockCredentials.service.header() },
    });
    return response.ok ? response.json() : undefined;
  }

  /** Asks until the answer passes; the last answer when it never does. */
  async function eventually(
    route: string,
    passes: (answer: unknown) => boolean,
  ): Promise<unknown> {
    const until = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const answer = await get(route);
      if (passes(answer) || Date.now() > until) return answer;
      await delay(100);
    }
  }

  it('provides what was there at the start', async () => {
    const route = 'entities/by-name/component/default/early';
    const entity = await eventually(route, answer => answer !== undefined);
    expect(entity).toMatchObject({ metadata: { name: 'early' } });
    expect(entity).not.toMatchObject({ status: expect.anything() });
  });

  it('provides a service within seconds after it was written, its changes and its end', async () => {
    const route = 'entities/by-name/component/default/billing';
    put('billing', component('billing', 'maturity/tier: "2"'));
    const made = await eventually(route, answer => answer !== undefined);
    expect(made).toMatchObject({
      metadata: { annotations: { 'maturity/tier': '2' } },
    });
    put('billing', component('billing', 'maturity/tier: "3"'));
    const tierOf = (answer: unknown) =>
      JSON.stringify(answer)?.includes('"maturity/tier":"3"') ?? false;
    expect(tierOf(await eventually(route, tierOf))).toBe(true);
    rmSync(path.join(root, 'billing'), { recursive: true });
    expect(
      await eventually(route, answer => answer === undefined),
    ).toBeUndefined();
  });

  it('warns of values that cannot be read, and the entity appears all the same', async () => {
    const route = 'entities/by-name/component/default/vague';
    put('vague', component('vague', 'maturity/tier: "very"'));
    const entity = await eventually(route, answer => answer !== undefined);
    expect(entity).toMatchObject({
      status: {
        items: [
          {
            type: 'backstage-maturity.dev/annotation',
            level: 'warning',
            message:
              'The annotation maturity/tier holds "very"; expected one of 1, 2, 3, 4.',
          },
        ],
      },
    });
  });

  it('warns of a catalog file that is broken in part, and its neighbours stay', async () => {
    const route = 'entities/by-name/component/default/partly';
    const warned = (answer: unknown) =>
      JSON.stringify(answer)?.includes('is not read whole') ?? false;
    const tier = 'maturity/tier: "1"';
    put('partly', `${component('partly', tier)}---\nkind: Component\n`);
    put('beside', component('beside', tier));

    expect(await eventually(route, warned)).toMatchObject({
      status: {
        items: [
          {
            type: 'backstage-maturity.dev/file',
            level: 'warning',
            message: expect.stringContaining('catalog-info.yaml'),
          },
        ],
      },
    });
    const beside = 'entities/by-name/component/default/beside';
    expect(
      await eventually(beside, answer => answer !== undefined),
    ).toMatchObject({ metadata: { name: 'beside' } });
    put('partly', component('partly', tier));
    const mended = await eventually(route, answer => !warned(answer));
    expect(warned(mended)).toBe(false);
  });

  it('declares the annotations to the model', async () => {
    const { output } = await actions.invoke({
      id: 'test:get-catalog-model-description',
      input: {},
      credentials: mockCredentials.service(),
    });
    expect(JSON.stringify(output)).toContain('Annotation \\"maturity/tier\\"');
  });
});
