import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { stringify } from 'yaml';
import { component, group, system } from './__testUtils__/entities';
import maturityBackend from './index';

jest.setTimeout(200_000);

const PATH = '/api/maturity/scorecards/component/default/api';

function fileOf(tier?: string): string {
  return [
    group('payments'),
    system('checkout'),
    component('api', {
      spec: { system: 'checkout' },
      annotations: tier ? { 'maturity/tier': tier } : undefined,
    }),
  ]
    .map(entity => stringify(JSON.parse(JSON.stringify(entity))))
    .join('---\n');
}

describe('With the real catalog and scheduler', () => {
  let folder: string;
  let file: string;
  let backend: TestBackend;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'maturity-catalog-'));
    file = path.join(folder, 'catalog-info.yaml');
    await writeFile(file, fileOf());
    backend = await startTestBackend({
      features: [
        catalogBackend,
        maturityBackend,
        schedulerServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: {
              locations: [
                {
                  type: 'file',
                  target: file,
                  rules: [{ allow: ['Component', 'Group', 'System'] }],
                },
              ],
            },
            maturity: {
              sweep: { initialDelay: { seconds: 0 }, poll: { seconds: 1 } },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await rm(folder, { recursive: true });
  });

  it('sweeps when the catalog is filled, and refreshes a changed file', async () => {
    const deadline = Date.now() + 30_000;
    let answer = await request(backend.server).get(PATH);
    while (answer.status !== 200 && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 200));
      answer = await request(backend.server).get(PATH);
    }
    expect(answer.status).toBe(200);
    expect(answer.body.summary).toMatchObject({
      tier: null,
      owner: 'group:default/payments',
      system: 'system:default/checkout',
    });
    const before = answer.body.scorecard.tracks.sre.score;

    await writeFile(file, fileOf('4'));
    const refreshed = await request(backend.server).post(`${PATH}/refresh`);

    expect(refreshed.status).toBe(200);
    expect(refreshed.body.catalogRead).toBe('moved');
    expect(refreshed.body.summary.tier).toBe(4);
    expect(refreshed.body.scorecard.tracks.sre.score).not.toBe(before);
  });

  /** Changes the tier in the file and gives when the scorecard shows it, without asking for a refresh. */
  async function follow(tier: string): Promise<void> {
    await writeFile(file, fileOf(tier));
    const { status } = await request(backend.server)
      .post('/api/catalog/refresh')
      .send({ entityRef: 'component:default/api' });
    expect(status).toBe(200);
    const deadline = Date.now() + 60_000;
    let shown: unknown;
    while (String(shown) !== tier && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 200));
      shown = (await request(backend.server).get(PATH)).body.summary.tier;
    }
    expect(String(shown)).toBe(tier);
  }

  it('follows changes, and finds nothing more when it looks at all of the catalog', async () => {
    await follow('3');
    await follow('2');
    const sweeps = async () => {
      const { body } = await request(backend.server).get(
        '/api/maturity/sweeps',
      );
      return body.items;
    };
    const [before, ...others] = await sweeps();
    const last = [before, ...others].find(({ evaluated }) => evaluated > 0);
    expect(last).toMatchObject({ status: 'succeeded', evaluated: 1 });

    await request(backend.server).post(
      '/api/maturity/.backstage/scheduler/v1/tasks/maturity-sweep/trigger',
    );
    let newest = before;
    const deadline = Date.now() + 60_000;
    while (
      (newest.id === before.id || newest.finishedAt === null) &&
      Date.now() < deadline
    ) {
      await new Promise(resolve => setTimeout(resolve, 200));
      [newest] = await sweeps();
    }
    expect(newest).toMatchObject({ status: 'succeeded', evaluated: 0 });
  });
});
