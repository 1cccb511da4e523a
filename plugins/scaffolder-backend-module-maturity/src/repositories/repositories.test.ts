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
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryHost } from './__testUtils__/RepositoryHost';
import { repositoriesHandler } from './repositoriesHandler';

const GITHUB_TOKEN = 'token-of-github';
const GITLAB_TOKEN = 'token-of-gitlab';
const CHECKOUT = 'github.com?owner=acme&repo=checkout';
const AT_GITHUB = '/github/repos/acme/checkout';

describe('repositoriesHandler', () => {
  let host: RepositoryHost;
  let elsewhere: RepositoryHost;
  let backend: TestBackend;
  const mayCreate = jest.fn();

  const scaffolder = createBackendPlugin({
    pluginId: 'scaffolder',
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ config, httpAuth, httpRouter, permissions }) {
          const integrations = ScmIntegrations.fromConfig(config);
          httpRouter.use(
            repositoriesHandler({ integrations, httpAuth, permissions }),
          );
        },
      });
    },
  });

  beforeAll(async () => {
    host = await RepositoryHost.start();
    elsewhere = await RepositoryHost.start();
    backend = await startTestBackend({
      features: [
        scaffolder,
        mockServices.permissions.mock({ authorize: mayCreate }).factory,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: 'github.com',
                  apiBaseUrl: `${host.address}/github`,
                  token: GITHUB_TOKEN,
                },
                // Nobody listens there.
                { host: 'down.acme.test', apiBaseUrl: 'http://127.0.0.1:1' },
              ],
              gitlab: [
                {
                  host: 'git.acme.test',
                  baseUrl: 'https://git.acme.test/code',
                  apiBaseUrl: `${host.address}/gitlab`,
                  token: GITLAB_TOKEN,
                },
              ],
              bitbucketServer: [{ host: 'bitbucket.acme.test' }],
            },
          },
        }),
      ],
    });
  });

  beforeEach(() => {
    mayCreate.mockResolvedValue([{ result: 'ALLOW' }]);
    host.replies.clear();
    host.asked.length = 0;
  });

  afterAll(async () => {
    await backend?.stop();
    await host?.stop();
    await elsewhere?.stop();
  });

  async function request(query: string, user = mockCredentials.user.header()) {
    const base = `http://localhost:${backend.server.port()}/api/scaffolder`;
    const response = await fetch(`${base}/maturity/repositories${query}`, {
      headers: { authorization: user },
    });
    const body = await response.json();
    expect(JSON.stringify(body)).not.toMatch(/token-of/);
    const { status, headers } = response;
    const message: unknown = body.error?.message;
    return { status, cache: headers.get('cache-control'), body, message };
  }

  const ask = (repoUrl: string) =>
    request(`?repoUrl=${encodeURIComponent(repoUrl)}`);

  it.each([
    [404, true],
    [200, false],
  ])('takes the status %i of GitHub for free: %s', async (status, isFree) => {
    host.replies.set(AT_GITHUB, { status });

    expect(await ask(CHECKOUT)).toMatchObject({
      status: 200,
      cache: 'private, no-cache',
      body: { isFree, url: 'https://github.com/acme/checkout' },
    });
    expect(host.asked).toEqual([
      { url: AT_GITHUB, authorization: `Bearer ${GITHUB_TOKEN}` },
    ]);
    const [[{ permission }]] = mayCreate.mock.lastCall;
    expect(permission.name).toBe('scaffolder.task.create');
  });

  it.each([
    [404, true],
    [200, false],
  ])('takes the status %i of GitLab for free: %s', async (status, isFree) => {
    const url = '/gitlab/projects/acme%2Fmoney%2Fcheckout';
    host.replies.set(url, { status });

    expect(
      await ask('git.acme.test?owner=acme%2Fmoney&repo=checkout'),
    ).toMatchObject({
      status: 200,
      body: { isFree, url: 'https://git.acme.test/code/acme/money/checkout' },
    });
    expect(host.asked).toEqual([
      { url, authorization: `Bearer ${GITLAB_TOKEN}` },
    ]);
  });

  it('knows a renamed repository', async () => {
    host.replies.set(AT_GITHUB, {
      status: 301,
      location: `${host.address}/github/repositories/7`,
    });
    host.replies.set('/github/repositories/7', { status: 200 });

    expect((await ask(CHECKOUT)).body.isFree).toBe(false);
  });

  it('does not call free what leads on to something that is hidden', async () => {
    host.replies.set(AT_GITHUB, {
      status: 301,
      location: `${host.address}/github/repositories/8`,
    });

    expect((await ask(CHECKOUT)).status).toBe(503);
  });

  it('takes the answer of no other address, and gives no credential there', async () => {
    host.replies.set(AT_GITHUB, {
      status: 302,
      location: `${elsewhere.address}/login`,
    });
    elsewhere.replies.set('/login', { status: 200 });

    const { status, message } = await ask(CHECKOUT);
    expect(status).toBe(503);
    expect(message).toContain('it sent the question elsewhere');
    expect(elsewhere.asked).toEqual([
      { url: '/login', authorization: undefined },
    ]);
  });

  it.each([401, 403, 429, 500])(
    'calls nothing free when the host answers %i',
    async status => {
      host.replies.set(AT_GITHUB, { status });

      const answer = await ask(CHECKOUT);
      expect(answer.status).toBe(503);
      expect(answer.message).toBe(
        `The host "github.com" could not be asked whether the repository "acme/checkout" exists: it answered with the status ${status}; expected 200 or 404.`,
      );
    },
  );

  it('calls nothing free when the host is not there', async () => {
    const { status, message } = await ask(
      'down.acme.test?owner=acme&repo=checkout',
    );
    expect(status).toBe(503);
    expect(message).toContain('it could not be reached');
  });

  it('waits 5 seconds for a host', async () => {
    host.replies.set(AT_GITHUB, 'silence');
    const begin = performance.now();

    const { status, message } = await ask(CHECKOUT);
    expect(status).toBe(503);
    expect(message).toContain('it did not answer within 5 seconds');
    expect(performance.now() - begin).toBeGreaterThan(4_500);
  }, 20_000);

  it.each([
    'github.com?owner=..&repo=checkout',
    'github.com?owner=%2E%2E&repo=checkout',
    'github.com?owner=acme&repo=..',
    'github.com?owner=acme&repo=.',
    'github.com?owner=acme%2Fmoney&repo=checkout',
    'github.com?owner=acme&repo=check%2Fout',
    'github.com?owner=acme&repo=check%3Fout',
    'github.com?owner=acme&repo=check%0Aout',
    'github.com?owner=acme&repo=%D1%81heckout',
    `github.com?owner=acme&repo=${'a'.repeat(101)}`,
    `github.com?owner=${'a'.repeat(101)}&repo=checkout`,
    'git.acme.test?owner=acme%2F..%2F..&repo=checkout',
    'git.acme.test?owner=acme%2F%2Fmoney&repo=checkout',
    `git.acme.test?owner=${'a%2F'.repeat(21)}b&repo=checkout`,
  ])('asks no host for %s', async repoUrl => {
    const { status, message } = await ask(repoUrl);
    expect(status).toBe(400);
    expect(message).toMatch(
      /^The (?:owner|repository) (?:is )?".*(?:expected 1 to 100 letters, digits, dots, underscores and dashes|expected at most 20)/,
    );
    expect(host.asked).toEqual([]);
  });

  it.each([
    '',
    'github.com',
    'github.com?owner=acme',
    'github.com?owner=&repo=checkout',
    'github.com?owner=acme&repo=checkout&repo=billing',
    'github.com?owner=acme&repo=checkout&project=shop',
    'github.com?owner=acme&repo=checkout#more',
    'https://github.com?owner=acme&repo=checkout',
    'user:word@github.com?owner=acme&repo=checkout',
    'github.com/api?owner=acme&repo=checkout',
    'github.com?owner=ac\tme&repo=checkout',
  ])('quotes "%s", which is no repository', async repoUrl => {
    const { status, message } = await ask(repoUrl);
    expect(status).toBe(400);
    expect(message).toBe(
      `The query parameter "repoUrl" is ${JSON.stringify(
        repoUrl,
      )}; expected the form of the scaffolder, such as github.com?owner=acme&repo=checkout.`,
    );
    expect(host.asked).toEqual([]);
  });

  it.each(['bitbucket.acme.test', 'example.com', '127.0.0.1:80'])(
    'asks no host without an integration: %s',
    async name => {
      const { status, message } = await ask(`${name}?owner=a&repo=b`);
      expect(status).toBe(404);
      expect(message).toBe(
        `The portal has no integration for the host "${name}"; expected one of GitHub or GitLab.`,
      );
    },
  );

  it.each([
    ['', 'The query parameter "repoUrl" is missing; expected it once'],
    [
      '?repoUrl=a&repoUrl=b',
      String.raw`The query parameter "repoUrl" is "[\"a\",\"b\"]"; expected it once`,
    ],
    [
      '?repoUrl=a&colour=red',
      'The query parameter "colour" with the value "red" is not known; expected "repoUrl" only.',
    ],
  ])('refuses the query "%s"', async (query, expected) => {
    const { status, message } = await request(query);
    expect(status).toBe(400);
    expect(message).toContain(expected);
  });

  it('tells nothing to those who may start no task', async () => {
    mayCreate.mockResolvedValue([{ result: 'DENY' }]);
    expect((await ask(CHECKOUT)).status).toBe(403);
    expect(host.asked).toEqual([]);
  });

  it('tells nothing to those who are not signed in', async () => {
    const { status } = await request(
      `?repoUrl=${encodeURIComponent(CHECKOUT)}`,
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });
});
