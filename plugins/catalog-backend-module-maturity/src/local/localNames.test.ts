import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { LocalNames } from './LocalNames';
import { localNamesHandler } from './localNamesHandler';

const ROUTE = '/maturity/local-services';

describe('localNamesHandler', () => {
  let root: string;
  let backend: TestBackend;
  const mayCreate = jest.fn();

  const catalog = createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ httpAuth, httpRouter, permissions }) {
          const names = new LocalNames(root);
          httpRouter.use(localNamesHandler({ names, httpAuth, permissions }));
        },
      });
    },
  });

  beforeAll(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'maturity-names-'));
    mkdirSync(path.join(root, 'billing'));
    writeFileSync(path.join(root, 'billing', 'catalog-info.yaml'), '');
    mkdirSync(path.join(root, 'empty'));
    writeFileSync(path.join(root, 'notes'), '');
    backend = await startTestBackend({
      features: [
        catalog,
        mockServices.permissions.mock({ authorize: mayCreate }).factory,
      ],
    });
  });

  beforeEach(() => {
    mayCreate.mockResolvedValue([{ result: 'ALLOW' }]);
  });

  afterAll(async () => {
    await backend?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  async function ask(name: string, headers = mockCredentials.user.header()) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/catalog${ROUTE}/${name}`,
      { headers: { authorization: headers } },
    );
    return { status: response.status, body: await response.json() };
  }

  it.each([
    ['search', true],
    ['empty', true],
    ['billing', false],
    ['notes', false],
  ])('tells of "%s" whether it is free: %s', async (name, isFree) => {
    expect(await ask(name)).toEqual({
      status: 200,
      body: { name, isFree, location: `file:${path.join(root, name)}` },
    });
    const [[{ permission }]] = mayCreate.mock.lastCall;
    expect(permission.name).toBe('catalog.entity.create');
  });

  it.each(['%2e%2e%2fetc', '.git', 'Billing', '%ff', 'a'.repeat(300)])(
    'looks nowhere for "%s"',
    async name => {
      const { status, body } = await ask(name);
      expect(status).toBe(400);
      expect(body.error.message).toContain(
        'expected at most 63 lower-case letters',
      );
    },
  );

  it('refuses a query parameter with its value', async () => {
    const { status, body } = await ask('billing?colour=red');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'The query parameter "colour" with the value "red" is not known; expected none at this address.',
    );
  });

  it('tells nothing to those who may not create', async () => {
    mayCreate.mockResolvedValue([{ result: 'DENY' }]);
    expect((await ask('billing')).status).toBe(403);
  });

  it('tells nothing to those who are not signed in', async () => {
    const { status } = await ask('billing', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
